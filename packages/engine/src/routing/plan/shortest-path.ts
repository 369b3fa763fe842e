import type { Prices } from './certificate.ts';
import { ColumnHeap } from './column-heap.ts';
import type { PairGraph } from './pair-graph.ts';

/** An optimal assignment and the prices that prove it; prices are (tier, value) pairs like everything compared here. */
export interface Solution {
  /** Column of each row, −1 where it stays unserved. */
  readonly columnOfRow: Int32Array;
  readonly priceTier: Float64Array;
  readonly priceValue: Float64Array;
}

/**
 * The assignment of greatest worth, by successive shortest augmenting paths with capacities and falling places.
 *
 * Rows enter one by one; each takes the cheapest of: a free place, somebody else's place whose holder moves on or drops
 * out, or staying unserved. All costs are pairs compared tier first, an ordered group, so the theory of the linear
 * problem holds unchanged: R. Jonker, A. Volgenant, "A Shortest Augmenting Path Algorithm", 1987; duals as in
 * R. Burkard, M. Dell'Amico, S. Martello, "Assignment Problems", 2009, chapter 4.
 *
 * Cost: O(rows × scanned pairs × log); a row's scan stops where its remaining pairs cannot beat the best end found.
 */
export function shortestPaths(graph: PairGraph): Solution {
  const search = new PathSearch(graph);
  for (let row = 0; row < graph.rows.length; row += 1) search.insert(row);
  return search.solution;
}

/** The state of one solve. */
class PathSearch {
  readonly solution: Solution;
  readonly #graph: PairGraph;
  readonly #holders: number[][];
  readonly #dualTier: Float64Array;
  readonly #dualValue: Float64Array;
  readonly #distanceTier: Float64Array;
  readonly #distanceValue: Float64Array;
  /** The row that reached a column on the current path. */
  readonly #via: Int32Array;
  readonly #reachedIn: Int32Array;
  readonly #settledIn: Int32Array;
  readonly #heap = new ColumnHeap();
  #settled: number[] = [];
  #round = 0;
  #bestTier = 0;
  #bestValue = 0;
  #endColumn = -1;
  #dropped = -1;

  constructor(graph: PairGraph) {
    const { rows, columns } = graph;
    this.#graph = graph;
    this.#holders = columns.map(() => []);
    this.#dualTier = new Float64Array(rows.length);
    this.#dualValue = new Float64Array(rows.length);
    this.#distanceTier = new Float64Array(columns.length);
    this.#distanceValue = new Float64Array(columns.length);
    this.#via = new Int32Array(columns.length);
    this.#reachedIn = new Int32Array(columns.length);
    this.#settledIn = new Int32Array(columns.length);
    this.solution = {
      columnOfRow: new Int32Array(rows.length).fill(-1),
      priceTier: new Float64Array(columns.length),
      priceValue: Float64Array.from(columns, ({ worth }) => -(worth[0] ?? 0)),
    };
  }

  insert(row: number): void {
    if (!this.#startFrom(row)) return;
    this.#relax(row, 0, 0);
    while (this.#heap.size > 0) {
      const { tier, value, column } = this.#heap.pop();
      if (!isLess(tier, value, this.#bestTier, this.#bestValue)) break;
      if (this.#settledIn[column] === this.#round) continue;
      this.#settle(column, tier, value);
    }
    this.#reprice(row);
    this.#flip(row);
  }

  /** Staying unserved costs the row its best offer; nothing to gain means nothing to search. */
  #startFrom(row: number): boolean {
    const { start, column, value, tier } = this.#graph;
    const { priceTier, priceValue } = this.solution;
    const ownTier = at(tier, row);
    let bestTier = 0;
    let bestValue = 0;
    for (let pair = at(start, row); pair < at(start, row + 1); pair += 1) {
      const place = at(column, pair);
      const gainTier = ownTier - at(priceTier, place);
      const gainValue = at(value, pair) - at(priceValue, place);
      if (isLess(bestTier, bestValue, gainTier, gainValue)) {
        bestTier = gainTier;
        bestValue = gainValue;
      }
    }
    this.#dualTier[row] = bestTier;
    this.#dualValue[row] = bestValue;
    this.#bestTier = bestTier;
    this.#bestValue = bestValue;
    this.#endColumn = -1;
    this.#dropped = row;
    this.#settled = [];
    this.#heap.clear();
    this.#round += 1;
    return isLess(0, 0, bestTier, bestValue);
  }

  #settle(column: number, tier: number, value: number): void {
    this.#settledIn[column] = this.#round;
    this.#settled.push(column);
    const holders = this.#holders[column] ?? [];
    const free = this.#graph.columns[column]?.worth[holders.length];
    if (free !== undefined) {
      const endTier = tier - at(this.solution.priceTier, column);
      this.#offerEnd(endTier, value - free - at(this.solution.priceValue, column), column, -1);
    }
    for (const holder of holders) {
      this.#offerEnd(tier + at(this.#dualTier, holder), value + at(this.#dualValue, holder), column, holder);
    }
    for (const holder of holders) this.#relax(holder, tier, value);
  }

  #offerEnd(tier: number, value: number, column: number, dropped: number): void {
    if (!isLess(tier, value, this.#bestTier, this.#bestValue)) return;
    this.#bestTier = tier;
    this.#bestValue = value;
    this.#endColumn = column;
    this.#dropped = dropped;
  }

  /** Values fall along a row and prices are never below 0, so the first hopeless pair ends the scan. */
  #relax(row: number, fromTier: number, fromValue: number): void {
    const { start, column, value, tier } = this.#graph;
    const { priceTier, priceValue, columnOfRow } = this.solution;
    const ownTier = fromTier + at(this.#dualTier, row) - at(tier, row);
    const ownValue = fromValue + at(this.#dualValue, row);
    for (let pair = at(start, row); pair < at(start, row + 1); pair += 1) {
      const reducedValue = ownValue - at(value, pair);
      if (!isLess(ownTier, reducedValue, this.#bestTier, this.#bestValue)) return;
      const place = at(column, pair);
      if (place === columnOfRow[row] || this.#settledIn[place] === this.#round) continue;
      this.#reach(place, ownTier + at(priceTier, place), reducedValue + at(priceValue, place), row);
    }
  }

  #reach(column: number, tier: number, value: number, row: number): void {
    if (!isLess(tier, value, this.#bestTier, this.#bestValue)) return;
    const known = this.#reachedIn[column] === this.#round;
    const isNearer = isLess(tier, value, at(this.#distanceTier, column), at(this.#distanceValue, column));
    if (known && !isNearer) return;
    this.#reachedIn[column] = this.#round;
    this.#distanceTier[column] = tier;
    this.#distanceValue[column] = value;
    this.#via[column] = row;
    this.#heap.push(tier, value, column);
  }

  #reprice(row: number): void {
    for (const column of this.#settled) {
      const riseTier = this.#bestTier - at(this.#distanceTier, column);
      const riseValue = this.#bestValue - at(this.#distanceValue, column);
      add(this.solution.priceTier, column, riseTier);
      add(this.solution.priceValue, column, riseValue);
      for (const holder of this.#holders[column] ?? []) {
        add(this.#dualTier, holder, -riseTier);
        add(this.#dualValue, holder, -riseValue);
      }
    }
    add(this.#dualTier, row, -this.#bestTier);
    add(this.#dualValue, row, -this.#bestValue);
  }

  #flip(row: number): void {
    if (this.#endColumn < 0) return;
    const { columnOfRow } = this.solution;
    if (this.#dropped >= 0) {
      this.#leave(this.#endColumn, this.#dropped);
      columnOfRow[this.#dropped] = -1;
    }
    let column = this.#endColumn;
    for (;;) {
      const mover = at(this.#via, column);
      const left = at(columnOfRow, mover);
      if (left >= 0) this.#leave(left, mover);
      this.#holders[column]?.push(mover);
      columnOfRow[mover] = column;
      if (mover === row) return;
      column = left;
    }
  }

  #leave(column: number, row: number): void {
    const holders = this.#holders[column] ?? [];
    holders.splice(holders.indexOf(row), 1);
  }
}

function isLess(tier: number, value: number, otherTier: number, otherValue: number): boolean {
  return tier < otherTier || (tier === otherTier && value < otherValue);
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function add(numbers: Float64Array, index: number, amount: number): void {
  numbers[index] = (numbers[index] ?? 0) + amount;
}

/** The prices by column id, as a plan carries them; those that are 0 are left out. */
export function pricesOf(graph: PairGraph, solution: Solution): Prices {
  const prices: { [column: string]: readonly [number, number] } = {};
  graph.columns.forEach(({ id }, column) => {
    const tier = at(solution.priceTier, column);
    const value = at(solution.priceValue, column);
    if (tier !== 0 || value !== 0) prices[id] = [tier, value];
  });
  return prices;
}
