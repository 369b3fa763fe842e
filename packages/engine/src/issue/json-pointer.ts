import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** An RFC 6901 pointer of these segments; `''` names the whole document. */
export function pointerOf(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** The segments of a pointer, unescaped. */
export function segmentsOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer.slice(1).split('/').map(unescapeSegment);
}

/** What stands at a pointer, or `undefined`. Only own keys and canonical list positions are read. */
export function readPointer(document: Json | undefined, pointer: string): Json | undefined {
  let value = document;
  for (const segment of segmentsOf(pointer)) value = readOwn(value, segment);
  return value;
}

/** One step of a pointer or dotted path: own keys of objects, canonical positions of lists, else `undefined`. */
export function readOwn(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  if (isJsonObject(value) && Object.hasOwn(value, segment)) return value[segment];
  return undefined;
}

/**
 * The document with `value` at `pointer`; objects on the way are made, lists are not. `undefined` removes the key, and
 * objects that become empty on the way stay.
 */
export function writePointer(document: Json, pointer: string, value: Json | undefined): Json {
  return writeSegments(document, segmentsOf(pointer), value);
}

function writeSegments(target: Json | undefined, segments: readonly string[], value: Json | undefined): Json {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value ?? null;
  if (Array.isArray(target)) {
    const list = [...(target as readonly Json[])];
    list[Number(segment)] =
      rest.length === 0 ? (value ?? null) : writeSegments(list[Number(segment)], rest, value);
    return list;
  }
  const object: JsonObject = isJsonObject(target) ? target : {};
  if (rest.length === 0 && value === undefined) return withoutKey(object, segment);
  if (value === undefined && !Object.hasOwn(object, segment)) return object;
  const written = rest.length === 0 ? (value ?? null) : writeSegments(readOwn(object, segment), rest, value);
  return setOwn(object, segment, written);
}

/** Assignment by definition, because `__proto__` must become an ordinary key and never a prototype. */
function setOwn(object: JsonObject, key: string, value: Json): JsonObject {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([own]) => own !== key));
}

function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
