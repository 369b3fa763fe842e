import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import { boundOf, certificateOf, isFeasible, worthOfPlan } from './certificate.ts';
import type { PairGraph } from './pair-graph.ts';
import { pricesOf, shortestPaths } from './shortest-path.ts';

interface Small {
  /** Per row: its tier unit, and its value at each column, 0 for no pair. */
  readonly rows: readonly { readonly tier: number; readonly values: readonly number[] }[];
  /** Per column: worths of its places. */
  readonly columns: readonly (readonly number[])[];
}

/** The rows in the order that `pairGraph` gives them: strictest tier first. */
function graphOf({ rows, columns }: Small): PairGraph {
  const ordered = [...rows].sort((one, other) => other.tier - one.tier);
  const lists = ordered.map(({ values }) =>
    values
      .map((value, column) => ({ value, column }))
      .filter(({ value, column }) => value > 0 && column < columns.length)
      .sort((one, other) => other.value - one.value || one.column - other.column),
  );
  const start = Int32Array.of(0, ...lists.map((_, row) => lists.slice(0, row + 1).flat().length));
  return {
    rows: ordered.map((_, row) => ({ id: `w${row}` }) as unknown as PreparedWorkOrder),
    tierNames: ordered.map(() => undefined),
    tier: Float64Array.from(ordered, ({ tier }) => tier),
    columns: columns.map((worth, column) => ({ id: `c${column}`, assigneeId: `a${column}`, worth })),
    start,
    column: Int32Array.from(lists.flat(), ({ column }) => column),
    value: Float64Array.from(lists.flat(), ({ value }) => value),
  };
}

/** The best worth by trying everything. */
function bruteForce(graph: PairGraph): readonly [bigint, bigint] {
  let best: readonly [bigint, bigint] = [0n, 0n];
  const chosen: number[] = [];
  const tryRow = (row: number): void => {
    if (row === graph.rows.length) {
      if (!isFeasible(graph, chosen)) return;
      const { tier, value } = worthOfPlan(graph, chosen);
      if (tier > best[0] || (tier === best[0] && value > best[1])) best = [tier, value];
      return;
    }
    for (let column = -1; column < graph.columns.length; column += 1) {
      chosen[row] = column;
      tryRow(row + 1);
    }
  };
  tryRow(0);
  return best;
}

const places = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 2 })
  .map((falls) => [
    0,
    ...falls.map((_, index) => -falls.slice(0, index + 1).reduce((sum, one) => sum + one, 0)),
  ])
  .chain((worth) => fc.integer({ min: 0, max: worth.length }).map((count) => worth.slice(0, count)));
const small = fc.record({
  rows: fc.array(
    fc.record({
      tier: fc.constantFrom(0, 0, 0, 1, 64_000),
      values: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
    }),
    { maxLength: 5 },
  ),
  columns: fc.array(places, { maxLength: 4 }),
});

test('[B12] finds the best assignment there is, tiers first, and proves it', () => {
  fc.assert(
    fc.property(small, (problem) => {
      const graph = graphOf(problem);
      const solution = shortestPaths(graph);
      const columnOfRow = [...solution.columnOfRow];
      const worth = worthOfPlan(graph, columnOfRow);
      expect(isFeasible(graph, columnOfRow)).toBe(true);
      expect([worth.tier, worth.value]).toEqual(bruteForce(graph));
      const certificate = certificateOf(worth, boundOf(graph, pricesOf(graph, solution)));
      expect(certificate).toMatchObject({ gapPpm: 0, exact: true });
    }),
    { numRuns: 1500 },
  );
});

test('bounds every assignment from above, whatever the prices', () => {
  const prices = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(small, prices, (problem, some) => {
      const graph = graphOf(problem);
      const bound = boundOf(graph, Object.fromEntries(some.map((price, index) => [`c${index}`, [0, price]])));
      const best = bruteForce(graph);
      expect(bound.tier > best[0] || (bound.tier === best[0] && bound.value >= best[1])).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('[B12] beats the greedy trap: the best pair first leaves the worst for last', () => {
  const graph = graphOf({
    rows: [
      { tier: 0, values: [10, 9] },
      { tier: 0, values: [9, 1] },
    ],
    columns: [[0], [0]],
  });
  expect([...shortestPaths(graph).columnOfRow]).toEqual([1, 0]);
});

test('lets one strict row displace a chain of lax ones rather than go without', () => {
  const graph = graphOf({
    rows: [
      { tier: 0, values: [30, 0] },
      { tier: 0, values: [29, 28] },
      { tier: 1, values: [1, 0] },
    ],
    columns: [[0], [0]],
  });
  expect([...shortestPaths(graph).columnOfRow]).toEqual([0, -1, 1]);
});
