import { compiledOf } from '../criteria/compiled-of.ts';
import type { PairGraph } from './pair-graph.ts';
import { pairGraph } from './pairs.ts';
import type { Plan } from './plan.ts';

const graphs = new WeakMap<Plan, PairGraph>();

/** The pairs a plan was solved on; made once per plan, since a plan never changes and many people ask about one. */
export function graphOfPlan(plan: Plan): PairGraph {
  const known = graphs.get(plan);
  if (known !== undefined) return known;
  const graph = pairGraph(compiledOf(plan.input.policy), plan.input);
  graphs.set(plan, graph);
  return graph;
}
