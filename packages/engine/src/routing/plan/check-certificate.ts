import { compiledOf } from '../criteria/compiled-of.ts';
import { boundOf, certificateOf, isFeasible, worthOfPlan } from './certificate.ts';
import type { PairGraph } from './pair-graph.ts';
import { pairGraph } from './pairs.ts';
import type { Plan } from './plan.ts';

/** What a plan is worth, recomputed from its own input. */
export interface CheckedCertificate {
  readonly value: string;
  readonly bound: string;
  readonly gapPpm: number;
  /** Everyone placed is eligible, nobody is over their places, and value and bound are what the plan says. */
  readonly sound: boolean;
}

/**
 * Recomputes value and bound from the input, the placements and the prices of a plan, without the solver. The bound
 * holds for any prices, so a plan with tampered prices cannot look better than it is; it is unsound all the same.
 */
export function checkCertificate(plan: Plan): CheckedCertificate {
  const graph = pairGraph(compiledOf(plan.input.policy), plan.input);
  const columnOfRow = placements(plan, graph);
  const worth = worthOfPlan(graph, columnOfRow);
  const certificate = certificateOf(worth, boundOf(graph, plan.prices));
  const stated = plan.certificate;
  const same =
    certificate.value === stated.value &&
    certificate.tier === stated.tier &&
    certificate.bound === stated.bound &&
    certificate.tierBound === stated.tierBound &&
    certificate.gapPpm === stated.gapPpm;
  const { value, bound, gapPpm } = certificate;
  return { value, bound, gapPpm, sound: same && isFeasible(graph, columnOfRow) };
}

/** The column each row was placed in, read from the plan's offers and held ones. */
export function placements(plan: Plan, graph: PairGraph): readonly number[] {
  return graph.rows.map((workOrder, row) => {
    const offer = plan.offers[workOrder.id] ?? plan.later[workOrder.id] ?? plan.kept[workOrder.id];
    if (offer === undefined) return -1;
    for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
      const column = graph.column[pair] ?? -1;
      if (graph.columns[column]?.assigneeId === offer.assigneeId) return column;
    }
    // No column at all: placed with somebody who is not eligible, which `isFeasible` refuses.
    return graph.columns.length;
  });
}
