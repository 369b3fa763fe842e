import { type Issue, issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { Workflow } from '../../../definition/workflow.ts';
import type { GraphStep } from '../../flow-graph.ts';
import { covers } from '../../record-fields.ts';
import { lintRule } from '../../rule.ts';

interface Write {
  readonly field: string;
  readonly branch: string;
}

/** Two branches that run side by side do not write the same field: which value stays would be chance. */
export const branchesShareField = lintRule('lint/branches-share-field', (workflow, { graph }) =>
  Object.entries(workflow.flow.steps).flatMap(([id, step]): readonly Issue[] => {
    if (step.kind !== 'parallel') return [];
    const pointer = pointerOf('flow', 'steps', id);
    const writes = Object.keys(step.branches).flatMap((branch) => {
      const scope = pointer + pointerOf('branches', branch, 'steps');
      const fields = graph.steps
        .filter((one) => one.scope === scope)
        .flatMap((one) => writesOf(workflow, one));
      return [...new Set(fields)].map((field): Write => ({ field, branch }));
    });
    return sharedFields(writes).map(({ field, branches }) =>
      issue('lint/branches-share-field', pointer, { field, branches }),
    );
  }),
);

function sharedFields(writes: readonly Write[]) {
  const shared = new Map<string, readonly string[]>();
  for (const [index, { field, branch }] of writes.entries()) {
    const other = writes
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.branch !== branch && (covers([earlier.field], field) || covers([field], earlier.field)),
      );
    if (other !== undefined) shared.set(field, [other.branch, branch]);
  }
  return [...shared].map(([field, branches]) => ({ field, branches: [...branches] }));
}

/** Record pointers a step may write: by its transitions, its form's fields, an answer's mapping, or a child's output. */
function writesOf(workflow: Workflow, { step, transitions }: GraphStep): readonly string[] {
  const sets = transitions.flatMap(({ transition }) => Object.keys(transition.set ?? {}));
  if (step.kind === 'form') return [...sets, ...formWrites(workflow, step.form)];
  if (step.kind === 'child') return [...sets, ...Object.keys(step.output ?? {})];
  if (step.kind !== 'call' || step.result === undefined) return sets;
  const mapping = typeof step.result === 'string' ? workflow.mappings?.[step.result] : step.result;
  return [...sets, ...Object.keys(mapping ?? {})];
}

function formWrites({ forms = {} }: Workflow, id: string): readonly string[] {
  const use = forms[id];
  if (use === undefined) return [];
  return Object.values(use.form.fields).flatMap(({ at }) => (at === undefined ? [] : [use.writes + at]));
}
