import type { Json, JsonObject } from '../../../issue/json.ts';
import type { Pair } from '../../facts/pair.ts';
import type { Span } from '../../facts/span.ts';

/** A raw fact, before any limit or curve. `unknown` never passes a requirement and earns `missing` from a criterion. */
export type Raw =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'rate'; readonly fixed: number; readonly closed: number; readonly prior?: Fraction }
  | { readonly kind: 'held'; readonly certificates: ReadonlyMap<string, readonly Span[]> }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'unknown' };

export type Fraction = readonly [numerator: number, denominator: number];

/** One measure with its settings read: the fact, and the fact as an explanation shows it, named with its unit. */
export interface MeasureReader {
  readonly read: (pair: Pair) => Raw;
  readonly show: (pair: Pair) => JsonObject;
}

export const unknownRaw: Raw = { kind: 'unknown' };

export function numberRaw(value: number): Raw {
  return { kind: 'number', value };
}

/** The raw fact as a list of names: of what is held, or of a text or list of texts; `undefined` for anything else. */
export function namesOf(raw: Raw): readonly string[] | undefined {
  if (raw.kind === 'held') return [...raw.certificates.keys()];
  if (raw.kind !== 'json') return undefined;
  const list = Array.isArray(raw.value) ? raw.value : [raw.value];
  return list.every((name) => typeof name === 'string') ? list : undefined;
}
