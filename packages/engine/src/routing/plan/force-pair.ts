import { worthOfPlan } from './certificate.ts';
import type { PairGraph } from './pair-graph.ts';
import { shortestPaths } from './shortest-path.ts';

/** The best plan with one pair forced: its column for every row, and its worth in 2⁻²⁶ of a score unit. */
export interface ForcedPlan {
  readonly columnOfRow: readonly number[];
  readonly value: bigint;
}

/**
 * Takes the row out of the contest and one place off the column, and solves the rest afresh.
 * A column of −1 is somebody without any place in the plan: the row is served outside it.
 */
export function forcePair(graph: PairGraph, row: number, column: number, value: number): ForcedPlan {
  const keep = (pair: number) => pair < (graph.start[row] ?? 0) || pair >= (graph.start[row + 1] ?? 0);
  const pairs = Array.from(graph.column.keys()).filter(keep);
  const gone = (graph.start[row + 1] ?? 0) - (graph.start[row] ?? 0);
  const rest: PairGraph = {
    ...graph,
    columns: graph.columns.map((one, index) =>
      index === column ? { ...one, worth: one.worth.slice(1) } : one,
    ),
    start: graph.start.map((from, index) => (index > row ? from - gone : from)),
    column: Int32Array.from(pairs, (pair) => graph.column[pair] ?? 0),
    value: Float64Array.from(pairs, (pair) => graph.value[pair] ?? 0),
  };
  const columnOfRow = [...shortestPaths(rest).columnOfRow];
  const forced = columnOfRow.map((found, index) => (index === row ? column : found));
  return { columnOfRow: forced, value: worthOfPlan(rest, columnOfRow).value + BigInt(value) };
}
