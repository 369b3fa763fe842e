import { issue } from '../../../../issue/issue.ts';
import { type FlowGraph, type GraphStep, targetsOf } from '../../flow-graph.ts';
import { lintRule } from '../../rule.ts';

/** Steps that are left at once never lead back to themselves: such a circle would turn for ever within one decision. */
export const automaticLoop = lintRule('lint/automatic-loop', (_, { graph }) => {
  const automatic = graph.steps.filter(({ step }) => step.kind === 'decide' || step.kind === 'notify');
  const reported = new Set<string>();
  return automatic.flatMap((step) => {
    const circle = circleThrough(graph, automatic, step);
    if (circle.length === 0 || circle.some((id) => reported.has(id))) return [];
    for (const id of circle) reported.add(id);
    return [issue('lint/automatic-loop', step.pointer, { steps: [...circle] })];
  });
});

/** The steps of a circle of automatic steps that begins and ends at one of them; empty when there is none. */
function circleThrough(
  graph: FlowGraph,
  automatic: readonly GraphStep[],
  start: GraphStep,
): readonly string[] {
  const before = new Map<string, string>();
  const open = [start.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = automatic.find((one) => one.id === id);
    for (const target of step === undefined ? [] : targetsOf({ ...step, transitions: own(step) })) {
      if (target === start.id) return pathTo(before, id);
      if (before.has(target) || !graph.reachable.has(target)) continue;
      before.set(target, id);
      open.push(target);
    }
  }
  return [];
}

function own({ transitions }: GraphStep): GraphStep['transitions'] {
  return transitions.filter(({ isAnywhere }) => !isAnywhere);
}

function pathTo(before: ReadonlyMap<string, string>, last: string): readonly string[] {
  const path = [last];
  for (let id = before.get(last); id !== undefined; id = before.get(id)) path.unshift(id);
  return path;
}
