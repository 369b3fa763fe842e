import type { JsonObject } from '../../../issue/json.ts';
import type { Pair } from '../../facts/pair.ts';
import type { Raw } from '../measures/measure.ts';

/** Full utility in basis points; a criterion's points are weight × utility, so nothing is ever divided or rounded. */
export const FULL_BP = 10_000;

/** A curve with its settings read. Fixed: it never looks at who else is in the pool. */
export interface CurveReader {
  /** Whole basis points, 0–10,000; `undefined` when the raw fact is unknown. */
  readonly utility: (raw: Raw, pair: Pair) => number | undefined;
  /** What an explanation adds to the raw fact. */
  readonly show?: (raw: Raw) => JsonObject;
}

/** A curve over plain numbers. */
export function overNumbers(utility: (x: number) => number): CurveReader {
  return { utility: (raw) => (raw.kind === 'number' ? utility(raw.value) : undefined) };
}
