import { freeVariables } from '../../../../expression/free-variables.ts';
import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { FlowGraph, GraphStep } from '../../flow-graph.ts';
import { covers, pointerOfRead } from '../../record-fields.ts';
import { lintRule } from '../../rule.ts';

/** Who approves may read the fields that brought the work order there and that decide where it goes next. */
export const cannotSeeWhatDecides = lintRule('people/cannot-see-what-decides', ({ roles }, { graph }) =>
  graph.steps.flatMap((step) => {
    if (step.step.kind !== 'approve') return [];
    const fields = decidingFields(graph, step);
    return Object.entries(step.step.seats).flatMap(([seat, { role }]) => {
      const reads = roles[role]?.reads ?? 'all';
      const unseen = reads === 'all' ? [] : fields.filter((field) => !covers(reads, field));
      if (unseen.length === 0) return [];
      return [
        issue('people/cannot-see-what-decides', step.pointer + pointerOf('seats', seat), {
          role,
          fields: unseen,
        }),
      ];
    });
  }),
);

function decidingFields(graph: FlowGraph, { id, transitions }: GraphStep): readonly string[] {
  const leading = graph.steps.flatMap((step) =>
    step.transitions.filter(({ transition }) => transition.to === id),
  );
  const conditions = [...leading, ...transitions.filter(({ isAnywhere }) => !isAnywhere)];
  const names = conditions.flatMap(({ transition }) => freeVariables(transition.when ?? true));
  return [...new Set(names.filter((name) => name.startsWith('record.')).map(pointerOfRead))];
}
