import { TIE_KEY_SIZE } from '../grade/tie-key.ts';
import type { PairGraph } from './pair-graph.ts';

/** A worth compared tier first; totals are exact whatever their size. */
export interface Worth {
  readonly tier: bigint;
  readonly value: bigint;
}

/**
 * What a plan is worth and what the best possible one can be worth at most. `tier` counts served work orders of strict
 * tiers (one weighted unit each), `value` is in 2⁻²⁶ of a score unit. Big numbers travel as decimal text.
 */
export interface Certificate {
  readonly tier: string;
  readonly tierBound: string;
  readonly value: string;
  readonly bound: string;
  /** (bound − value) ÷ bound in millionths, rounded up; 1,000,000 where the tiers themselves are not met. */
  readonly gapPpm: number;
  /** Proven best: the gap is 0. */
  readonly exact: boolean;
}

/** The price of each column by its id, as (tier, value). */
export type Prices = { readonly [column: string]: readonly [tier: number, value: number] };

/** The worth of an assignment: what its pairs are worth and what their places take off. */
export function worthOfPlan(graph: PairGraph, columnOfRow: readonly number[]): Worth {
  const used = new Map<number, number>();
  let tier = 0n;
  let value = 0n;
  columnOfRow.forEach((column, row) => {
    if (column < 0) return;
    const place = used.get(column) ?? 0;
    used.set(column, place + 1);
    tier += BigInt(graph.tier[row] ?? 0);
    value += BigInt(valueOfPair(graph, row, column) ?? 0) + BigInt(graph.columns[column]?.worth[place] ?? 0);
  });
  return { tier, value };
}

/** Whether every served row has an eligible pair and no column more rows than places. */
export function isFeasible(graph: PairGraph, columnOfRow: readonly number[]): boolean {
  const used = new Map<number, number>();
  return columnOfRow.every((column, row) => {
    if (column < 0) return true;
    const place = used.get(column) ?? 0;
    used.set(column, place + 1);
    const places = graph.columns[column]?.worth.length ?? 0;
    return place < places && valueOfPair(graph, row, column) !== undefined;
  });
}

/**
 * No assignment can be worth more: Σ over rows of max(0, best of value − price) + Σ over places of max(0, price + worth).
 * True for any prices at all (weak duality of the linear assignment problem), so it proves every solver's plan, and a
 * mistake in the prices can only make the proof weaker.
 */
export function boundOf(graph: PairGraph, prices: Prices): Worth {
  let tier = 0n;
  let value = 0n;
  const add = (one: Price) => {
    if (one.tier < 0 || (one.tier === 0 && one.value <= 0)) return;
    tier += BigInt(one.tier);
    value += BigInt(one.value);
  };
  const priceOf = graph.columns.map(({ id }) => readPrice(prices, id));
  for (let row = 0; row < graph.rows.length; row += 1) add(bestGain(graph, row, priceOf));
  graph.columns.forEach(({ worth }, column) => {
    const price = priceOf[column] ?? free;
    for (const place of worth) add({ tier: price.tier, value: price.value + place });
  });
  return { tier, value };
}

/** A difference of worths in whole score units, 10,000 to a point; the tie keys below them are rounded away. */
export function scoreUnitsOf(difference: bigint): number {
  const unit = BigInt(TIE_KEY_SIZE);
  const half = unit / 2n;
  return Number((difference + (difference < 0n ? -half : half)) / unit);
}

export function certificateOf(worth: Worth, bound: Worth): Certificate {
  const met = bound.tier === worth.tier;
  const gap = bound.value - worth.value;
  const ppm = bound.value <= 0n ? 0n : (gap * 1_000_000n + bound.value - 1n) / bound.value;
  return {
    tier: String(worth.tier),
    tierBound: String(bound.tier),
    value: String(worth.value),
    bound: String(bound.value),
    gapPpm: met ? Number(ppm) : 1_000_000,
    exact: met && gap === 0n,
  };
}

/** Below 2⁵² like every value, so differences of doubles are exact here and only sums need big numbers. */
interface Price {
  readonly tier: number;
  readonly value: number;
}

const free: Price = { tier: 0, value: 0 };

function readPrice(prices: Prices, id: string): Price {
  const price = Object.hasOwn(prices, id) ? prices[id] : undefined;
  return price === undefined ? free : { tier: price[0], value: price[1] };
}

function bestGain(graph: PairGraph, row: number, priceOf: readonly Price[]): Price {
  let best = free;
  const own = graph.tier[row] ?? 0;
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    const price = priceOf[graph.column[pair] ?? 0] ?? free;
    const tier = own - price.tier;
    const value = (graph.value[pair] ?? 0) - price.value;
    if (tier > best.tier || (tier === best.tier && value > best.value)) best = { tier, value };
  }
  return best;
}

export function valueOfPair(graph: PairGraph, row: number, column: number): number | undefined {
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    if (graph.column[pair] === column) return graph.value[pair];
  }
  return undefined;
}
