import { issue } from '../../../../issue/issue.ts';
import { areOpposite, isAlways } from '../../conditions.ts';
import type { GraphTransition } from '../../flow-graph.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** A decide step always finds a way: its last candidate has no condition, or two candidates are each other's opposite. */
export const gap = lintRule('logic/gap', (_, { graph }) =>
  graph.steps.flatMap(({ id, pointer, step, transitions }) => {
    if (step.kind !== 'decide') return [];
    const own = transitions.filter(({ isAnywhere }) => !isAnywhere);
    const last = own.at(-1);
    if (last === undefined || own.some(({ transition }) => isAlways(transition.when)) || areExhaustive(own))
      return [];
    const title = { 'zh-CN': '取消最后一条的条件', en: 'Take the condition off the last one' };
    const fix = quickFix(title, { op: 'remove', path: `${last.pointer}/when` });
    return [issue('logic/gap', pointer, { id, fix })];
  }),
);

function areExhaustive(candidates: readonly GraphTransition[]): boolean {
  const conditions = candidates.map(({ transition }) => transition.when ?? true);
  return conditions.some((one, index) => conditions.slice(0, index).some((other) => areOpposite(one, other)));
}
