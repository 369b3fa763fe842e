import type { Json } from '../issue/json.ts';

/** JSON Logic's truth: empty lists and texts, 0 and null are no; `"0"` is yes. */
export function isTrue(value: Json): boolean {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** JavaScript's `==` over JSON (ECMA-262 section 7.2.13), written out because the rules are part of the format. */
export function looselyEqual(a: Json, b: Json): boolean {
  if (typeof a === typeof b) return a === b;
  if (a === null || b === null) return false;
  if (typeof a === 'object') return looselyEqual(String(a), b);
  if (typeof b === 'object') return looselyEqual(a, String(b));
  return Number(a) === Number(b);
}

/** JavaScript's `<` over JSON (ECMA-262 section 7.2.12): texts by UTF-16 units, everything else as numbers. */
export function isBefore(a: Json, b: Json): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const left = primitive(a);
  const right = primitive(b);
  return typeof left === 'string' && typeof right === 'string' ? left < right : Number(left) < Number(right);
}

/** JavaScript's `<=`; not the negation of `>`, because nothing compares with what is no number. */
export function isNotAfter(a: Json, b: Json): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  const left = primitive(a);
  const right = primitive(b);
  return typeof left === 'string' && typeof right === 'string'
    ? left <= right
    : Number(left) <= Number(right);
}

/** A summand or factor: numbers as they are, anything else as `parseFloat` reads its text. */
export function parsedNumber(value: Json): number {
  // Adding 0 drops the sign of -0, as the text between parseFloat's ends does.
  return typeof value === 'number' ? value + 0 : Number.parseFloat(String(value));
}

/** The text of a value inside `cat`, where null leaves nothing behind. */
export function joinedText(value: Json): string {
  return value === null ? '' : String(value);
}

/** A result as JSON holds it: what is not finite is null, -0 is 0. Lists are copied only when they hold such. */
export function asJson(value: Json): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (!Array.isArray(value)) return value;
  const list: readonly Json[] = value;
  return list.every((item) => Object.is(asJson(item), item)) ? list : list.map(asJson);
}

function primitive(value: Json): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? String(value) : value;
}
