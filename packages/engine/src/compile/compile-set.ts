import { compileExpression } from '../expression/compile-expression.ts';
import type { Facts } from '../expression/expression.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import { isJsonObject } from '../issue/json.ts';
import { readPointer, writePointer } from '../issue/json-pointer.ts';
import { fitsSchema, schemaAt } from './fits-schema.ts';

/** What writing did to one field. A value that does not fit the record's schema is not written. */
export type Written =
  | { readonly kind: 'wrote'; readonly pointer: string; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'misfit'; readonly pointer: string };

/** A `set` of the document: computes all its values, then writes them. */
export interface CompiledSet {
  values(facts: Facts): readonly (readonly [pointer: string, value: Json])[];
}

export function compileSet(set: { readonly [pointer: string]: Json }): CompiledSet {
  const lines = Object.entries(set).map(([pointer, rule]) => [pointer, compileExpression(rule)] as const);
  return { values: (facts) => lines.map(([pointer, compute]) => [pointer, compute(facts)] as const) };
}

/**
 * The record with the values at their pointers; `null` removes. What does not change is not written, so that an
 * untouched record stays the same object.
 */
export function writeValues(
  record: JsonObject,
  values: readonly (readonly [pointer: string, value: Json])[],
  schema: JsonObject,
  onWritten: (written: Written) => void,
): JsonObject {
  let written = record;
  for (const [pointer, value] of values) {
    const before = readPointer(written, pointer);
    if (value === null ? before === undefined : sameJson(before, value)) continue;
    if (value !== null && !fitsSchema(value, schemaAt(schema, pointer), schema)) {
      onWritten({ kind: 'misfit', pointer });
      continue;
    }
    const next = writePointer(written, pointer, value ?? undefined);
    if (!isJsonObject(next)) continue;
    written = next;
    onWritten({
      kind: 'wrote',
      pointer,
      ...(before === undefined ? {} : { before }),
      ...(value === null ? {} : { after: value }),
    });
  }
  return written;
}

/** Equal as JSON values; the order of keys does not matter. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}
