import { isJsonObject, type Json } from '../issue/json.ts';
import { isList } from './expression.ts';

/** Reads one dotted name from a scope; `undefined` when it is absent. */
export type NameReader = (scope: unknown) => Json | undefined;

/**
 * A reader of a dotted name: own names of plain objects and canonical list positions, nothing inherited. The path is
 * split once; reading allocates nothing.
 */
export function nameReader(name: string): NameReader {
  if (name === '') return (scope) => jsonOf(scope);
  const [first, ...rest] = name.split('.').map(stepReader);
  if (first === undefined) return () => undefined;
  const [second, third] = rest;
  if (second === undefined) return (scope) => jsonOf(first(scope));
  if (third === undefined) return (scope) => jsonOf(second(first(scope)));
  if (rest.length === 2) return (scope) => jsonOf(third(second(first(scope))));
  return (scope) => {
    let value = first(scope);
    for (const step of rest) value = step(value);
    return jsonOf(value);
  };
}

function stepReader(segment: string): (value: unknown) => unknown {
  const position = /^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
  // Only names that every object inherits need the question who owns them; for the rest a plain read is enough.
  const inherited = segment in Object.prototype;
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return position >= 0 ? value[position] : undefined;
    if (inherited && !Object.hasOwn(value, segment)) return undefined;
    return isJsonObject(value) ? value[segment] : undefined;
  };
}

function jsonOf(value: unknown): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      return value === null || isList(value) || isJsonObject(value) ? value : undefined;
    default:
      return undefined;
  }
}
