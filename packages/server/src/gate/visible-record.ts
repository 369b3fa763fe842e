import type { Workflow } from '@paidan/engine';
import { isJsonObject, type Json, type JsonObject, readOwn } from '@paidan/engine/issue';
import type { Visible } from '../contract/visible.ts';
import { maskText } from './mask-text.ts';
import { type Sight, sightOf } from './sight.ts';

/** A record as seen: `hidden` and `masked` name pointers of the schema, so that they tell nothing about values. */
export interface SeenRecord {
  readonly record: Visible<JsonObject>;
  readonly hidden: readonly string[];
  readonly masked: readonly string[];
}

/** The record as holders of these roles may read it; several roles see what any of them sees. */
export function visibleRecord(workflow: Workflow, roles: readonly string[], record: JsonObject): SeenRecord {
  const sight = sightOf(workflow, roles);
  const schema = workflow.record;
  const { hidden, masked } = withheld(sight, schema, '');
  return { record: seal(cutObject(sight, schema, { pointer: '', value: record })), hidden, masked };
}

/** One value at a pointer of the record, as in a journal entry; `undefined` when it is withheld. */
export function visibleValue(
  workflow: Workflow,
  roles: readonly string[],
  at: { readonly pointer: string; readonly value: Json },
): Visible<{ readonly value: Json }> | undefined {
  const sight = sightOf(workflow, roles);
  const value = cut(sight, schemaAt(workflow.record, at.pointer), at);
  return value === undefined ? undefined : seal({ value });
}

// The one place where the mark is given.
function seal<Value>(value: Value): Visible<Value> {
  return value as Visible<Value>;
}

interface Place {
  readonly pointer: string;
  readonly value: Json;
}

function cut(sight: Sight, schema: JsonObject | undefined, { pointer, value }: Place): Json | undefined {
  const seen = sight.at(pointer);
  if (seen === 'plain') return value;
  if (seen === 'masked') return maskText(value, schema?.['x-pii']);
  if (seen === 'parts' && isJsonObject(value)) return cutObject(sight, schema, { pointer, value });
  return undefined;
}

function cutObject(
  sight: Sight,
  schema: JsonObject | undefined,
  { pointer, value }: { readonly pointer: string; readonly value: JsonObject },
): JsonObject {
  const parts: { [key: string]: Json } = {};
  for (const [key, part] of Object.entries(value)) {
    const place = { pointer: `${pointer}/${key}`, value: part };
    const seen = cut(sight, propertyOf(schema, key), place);
    if (seen !== undefined) parts[key] = seen;
  }
  return parts;
}

function withheld(sight: Sight, schema: JsonObject, pointer: string): { hidden: string[]; masked: string[] } {
  const found: { hidden: string[]; masked: string[] } = { hidden: [], masked: [] };
  const properties = readOwn(schema, 'properties');
  if (!isJsonObject(properties)) return found;
  for (const [key, property] of Object.entries(properties)) {
    const place = `${pointer}/${key}`;
    const seen = sight.at(place);
    if (seen === 'none') found.hidden.push(place);
    if (seen === 'masked') found.masked.push(place);
    if (seen !== 'parts' || !isJsonObject(property)) continue;
    const below = withheld(sight, property, place);
    found.hidden.push(...below.hidden);
    found.masked.push(...below.masked);
  }
  return found;
}

function schemaAt(schema: JsonObject, pointer: string): JsonObject | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonObject | undefined>((at, key) => propertyOf(at, key), schema);
}

function propertyOf(schema: JsonObject | undefined, key: string): JsonObject | undefined {
  const properties = schema && readOwn(schema, 'properties');
  const property = isJsonObject(properties) ? readOwn(properties, key) : undefined;
  return isJsonObject(property) ? property : undefined;
}
