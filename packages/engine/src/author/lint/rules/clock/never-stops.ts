import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { canCome } from '../../reachable-moments.ts';
import { lintRule } from '../../rule.ts';

/** One of the moments a clock stops at can come; otherwise every work order is overdue some day. */
export const neverStops = lintRule('clock/never-stops', (workflow, { graph }) =>
  Object.entries(workflow.clocks ?? {})
    .filter(([, { stops }]) => !stops.some((moment) => canCome(workflow, graph, moment)))
    .map(([id]) => issue('clock/never-stops', pointerOf('clocks', id, 'stops'), { id })),
);
