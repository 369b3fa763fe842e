import type { Facts } from '../../expression/expression.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';

/** What a function gives back: a value, nothing (which counts as missing), or what it would have needed. */
export type Converted =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong'; readonly expected: string };

/** One function of the closed list: total, without clock, chance or regular expression of the author's. */
export type MappingFunction = (value: Json, argument: Json, facts: Facts) => Converted;

export const absent: Converted = { kind: 'absent' };

export function converted(value: Json): Converted {
  return { kind: 'value', value };
}

export function wrong(expected: string): Converted {
  return { kind: 'wrong', expected };
}

/** A function of texts, refusing anything else. */
export function onText(convert: (text: string, argument: Json, facts: Facts) => Converted): MappingFunction {
  return (value, argument, facts) =>
    typeof value === 'string' ? convert(value, argument, facts) : wrong('text');
}

/** A function of lists, refusing anything else. */
export function onList(
  convert: (list: readonly Json[], argument: Json, facts: Facts) => Converted,
): MappingFunction {
  return (value, argument, facts) =>
    Array.isArray(value) ? convert(value, argument, facts) : wrong('a list');
}

/** A named setting of a function's argument, `undefined` when it was left out. */
export function setting(argument: Json, name: string): Json | undefined {
  return isJsonObject(argument) && Object.hasOwn(argument, name) ? argument[name] : undefined;
}

/** The text of a scalar, `undefined` for null, lists and objects: an object never turns into text by itself. */
export function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
