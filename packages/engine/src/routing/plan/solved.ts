import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { PairGraph } from './pair-graph.ts';
import type { PlanInput } from './plan-input.ts';
import type { Solution } from './shortest-path.ts';

/** A solved graph with what it was made from: all that is needed to say what it means for a work order. */
export interface Solved {
  readonly policy: CompiledPolicy;
  readonly input: PlanInput;
  readonly graph: PairGraph;
  readonly solution: Solution;
}
