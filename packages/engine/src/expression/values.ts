import type { Json } from '../issue/json.ts';
import { dateAdd, dateDiff } from './dates.ts';
import { isList } from './expression.ts';

/** An operator that needs nothing but the values of its arguments. */
export type ValueOperator = (...values: readonly Json[]) => Json;

/** The operators JSON Logic does not have, the same functions in our compiler and in the reference. */
export const valueOperators: { readonly [operator: string]: ValueOperator } = {
  count: (value = null) => (isList(value) ? value.length : 0),
  length: (value = null) => (typeof value === 'string' ? codePoints(value) : 0),
  coalesce: (...values) => values.find((value) => value !== null) ?? null,
  round: (value = null, places = null) => roundTo(value, places),
  dateAdd: (value = null, amount = null, unit = null) => dateAdd(value, amount, unit),
  dateDiff: (from = null, to = null, unit = null) => dateDiff(from, to, unit),
  startsWith: (text, start) =>
    typeof text === 'string' && typeof start === 'string' && text.startsWith(start),
  endsWith: (text, end) => typeof text === 'string' && typeof end === 'string' && text.endsWith(end),
  overlaps: (a = null, b = null) => isList(a) && isList(b) && a.some((item) => b.indexOf(item) >= 0),
  subset: (a = null, b = null) => isList(a) && isList(b) && a.every((item) => b.indexOf(item) >= 0),
};

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Half away from zero on the shortest decimal digits of the number, so that 1.005 to two places is 1.01. */
function roundTo(value: Json, places: Json): Json {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (typeof places !== 'number' || !Number.isInteger(places) || places < 0 || places > 6) return null;
  const size = Math.abs(value);
  if (size >= Number.MAX_SAFE_INTEGER) return value;
  const rounded = shifted(Math.round(shifted(size, places)), -places);
  return value < 0 ? -rounded : rounded;
}

function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
