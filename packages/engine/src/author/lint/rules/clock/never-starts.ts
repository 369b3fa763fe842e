import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { canCome } from '../../reachable-moments.ts';
import { lintRule } from '../../rule.ts';

/** One of the moments a clock starts at can come. */
export const neverStarts = lintRule('clock/never-starts', (workflow, { graph }) =>
  Object.entries(workflow.clocks ?? {})
    .filter(([, { starts }]) => !starts.some((moment) => canCome(workflow, graph, moment)))
    .map(([id]) => issue('clock/never-starts', pointerOf('clocks', id, 'starts'), { id })),
);
