import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';

/** A person's places of one local day; the k-th one taken is worth `worth[k]` ≤ 0, falling. */
export interface Column {
  readonly id: string;
  readonly assigneeId: string;
  readonly worth: readonly number[];
}

/**
 * The sparse graph of a plan. Row r has the pairs `start[r]` to `start[r + 1]`, by falling value. A value is an exact
 * double below 2⁵⁰: (score + urgency) × 2²⁶ + tie key; `tier[r]` goes before it.
 */
export interface PairGraph {
  readonly rows: readonly PreparedWorkOrder[];
  readonly tierNames: readonly (string | undefined)[];
  readonly tier: Float64Array;
  readonly columns: readonly Column[];
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}
