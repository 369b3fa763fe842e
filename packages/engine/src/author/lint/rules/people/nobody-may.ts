import { type Issue, issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { Sender } from '../../../definition/sender.ts';
import type { FlowGraph, GraphStep } from '../../flow-graph.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** Whatever waits for a person has somebody who may act: a role, or whoever an assign step found for a role. */
export const nobodyMay = lintRule('people/nobody-may', ({ roles }, { graph }) => {
  const [someRole] = Object.keys(roles);
  return graph.steps.flatMap((step) =>
    waitsFor(step)
      .filter(({ by }) => !hasSomebody(graph, by))
      .map(({ pointer }): Issue => {
        if (someRole === undefined) return issue('people/nobody-may', pointer);
        const title = { 'zh-CN': `交给角色「${someRole}」`, en: `Give it to the role "${someRole}"` };
        const fix = quickFix(title, { op: 'add', path: `${pointer}/roles`, value: [someRole] });
        return issue('people/nobody-may', pointer, { fix });
      }),
  );
});

interface Waiting {
  readonly pointer: string;
  readonly by: Sender;
}

function waitsFor({ pointer, step }: GraphStep): readonly Waiting[] {
  if (step.kind === 'form') return [{ pointer: `${pointer}/by`, by: step.by }];
  if (step.kind === 'assign' && step.policy === undefined) {
    return [{ pointer: `${pointer}/chooser`, by: { roles: step.chooser?.roles ?? [] } }];
  }
  if (step.kind !== 'gate') return [];
  return Object.entries(step.proofs).flatMap(([id, proof]) => {
    const at = pointer + pointerOf('proofs', id);
    const others = Object.entries(proof.otherwise ?? {}).map(([way, { by }]) => ({
      pointer: at + pointerOf('otherwise', way, 'by'),
      by,
    }));
    return [{ pointer: `${at}/by`, by: proof.by }, ...others];
  });
}

function hasSomebody(graph: FlowGraph, { roles = [], assignee, sameAs }: Sender): boolean {
  if (roles.length > 0 || sameAs !== undefined) return true;
  return graph.steps.some(({ step }) => step.kind === 'assign' && step.role === assignee);
}
