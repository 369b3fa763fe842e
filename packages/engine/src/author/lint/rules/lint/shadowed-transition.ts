import { issue } from '../../../../issue/issue.ts';
import { isAlways, isSame } from '../../conditions.ts';
import type { GraphTransition } from '../../flow-graph.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** On one outcome the first candidate that holds is taken, so one behind an unconditional or equal one never is. */
export const shadowedTransition = lintRule('lint/shadowed-transition', (_, { graph }) =>
  graph.steps.flatMap(({ transitions }) =>
    transitions.flatMap((later, index) => {
      const earlier = transitions.slice(0, index).find((candidate) => shadows(candidate, later));
      if (earlier === undefined || later.isAnywhere) return [];
      const title = { 'zh-CN': '删除该流转', en: 'Remove the transition' };
      const fix = quickFix(title, { op: 'remove', path: later.pointer });
      return [issue('lint/shadowed-transition', later.pointer, { id: later.id, earlier: earlier.id, fix })];
    }),
  ),
);

function shadows(earlier: GraphTransition, later: GraphTransition): boolean {
  if (later.hears.some((heard) => !earlier.hears.includes(heard))) return false;
  const { when } = earlier.transition;
  return (
    isAlways(when) || (later.transition.when !== undefined && isSame(when ?? null, later.transition.when))
  );
}
