import type { Candidate } from '../grade/rank-candidates.ts';
import { TIE_KEY_SIZE } from '../grade/tie-key.ts';
import { scoreUnitsOf, valueOfPair, worthOfPlan } from '../plan/certificate.ts';
import { placements } from '../plan/check-certificate.ts';
import { forcePair } from '../plan/force-pair.ts';
import { graphOfPlan } from '../plan/graph-of-plan.ts';
import type { PairGraph } from '../plan/pair-graph.ts';
import type { Plan } from '../plan/plan.ts';

/** What one person's places are worth to the whole plan; score units, 10,000 are one point. */
export interface PlacePrice {
  /** The work orders the plan gives those places to. */
  readonly heldBy: readonly string[];
  readonly price: number;
  /** What the plan is worth less with this pair forced; only when one person is asked about. */
  readonly lossIfForced?: number;
}

/** The places of these candidates in the plan, by person. */
export function placePrices(
  plan: Plan,
  asked: {
    readonly workOrderId: string;
    readonly candidates: readonly Candidate[];
    readonly withLoss: boolean;
  },
): { readonly [assigneeId: string]: PlacePrice } {
  const graph = graphOfPlan(plan);
  const columnOfRow = placements(plan, graph);
  const row = graph.rows.findIndex(({ id }) => id === asked.workOrderId);
  const found: { [assigneeId: string]: PlacePrice } = {};
  for (const { assigneeId } of asked.candidates) {
    const column = columnFor(graph, row, assigneeId);
    const place = graph.columns[column];
    if (place === undefined) continue;
    const heldBy = graph.rows.filter((_, index) => columnOfRow[index] === column).map(({ id }) => id);
    const price = Math.floor((plan.prices[place.id]?.[1] ?? 0) / TIE_KEY_SIZE);
    const loss = asked.withLoss ? { lossIfForced: lossIfForced(graph, columnOfRow, row, column) } : {};
    found[assigneeId] = { heldBy, price, ...loss };
  }
  return found;
}

function columnFor(graph: PairGraph, row: number, assigneeId: string): number {
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    const column = graph.column[pair] ?? -1;
    if (graph.columns[column]?.assigneeId === assigneeId) return column;
  }
  return -1;
}

/** Value of the plan less value of the best plan that holds this pair; never negative in a plan without tiers. */
function lossIfForced(graph: PairGraph, columnOfRow: readonly number[], row: number, column: number): number {
  const forced = forcePair(graph, row, column, valueOfPair(graph, row, column) ?? 0);
  return scoreUnitsOf(worthOfPlan(graph, columnOfRow).value - forced.value);
}
