import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256 } from '../canonical/sha256.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { readPointer } from '../issue/json-pointer.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The values of an act with what only the run knows: `{ "now": [] }` is the instant of the act, `{ "digestOf": [pointer] }`
 * the SHA-256 of what stands there now, as a signature covers it.
 */
export function fillValues(values: JsonObject, record: JsonObject, at: Instant): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(value, record, at)]));
}

function fill(value: Json, record: JsonObject, at: Instant): Json {
  if (Array.isArray(value)) return value.map((one: Json) => fill(one, record, at));
  if (!isJsonObject(value)) return value;
  const [only, ...more] = Object.keys(value);
  if (only === 'now' && more.length === 0) return at;
  const covers = value['digestOf'];
  return only === 'digestOf' && Array.isArray(covers)
    ? digestOf(record, covers)
    : fillValues(value, record, at);
}

function digestOf(record: JsonObject, covers: readonly Json[]): string {
  const shown = covers.flatMap((pointer) => {
    const value = typeof pointer === 'string' ? readPointer(record, pointer) : undefined;
    return value === undefined ? [] : [[String(pointer), value] as const];
  });
  return sha256(canonicalJson(Object.fromEntries(shown)));
}
