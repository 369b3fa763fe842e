import type { Workflow } from '@paidan/engine';
import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import type { Visible } from '../contract/visible.ts';
import { maskText } from './mask-text.ts';
import { propertiesOf, propertyOf } from './record-property.ts';
import { type Sight, sightOf } from './sight.ts';

/** A record as seen: `hidden` and `masked` name pointers of the schema, so that they tell nothing about values. */
export interface SeenRecord {
  readonly record: Visible<JsonObject>;
  readonly hidden: readonly string[];
  readonly masked: readonly string[];
}

/** The record as holders of these roles may read it; several roles see what any of them sees. */
export function visibleRecord(workflow: Workflow, roles: readonly string[], record: JsonObject): SeenRecord {
  const root = workflow.record;
  const looking = { root, sight: sightOf(workflow, roles) };
  const { hidden, masked } = withheld(looking, root, '');
  return { record: seal(cutObject(looking, root, { pointer: '', value: record })), hidden, masked };
}

/** One value at a pointer of the record, as in a journal entry; `undefined` when it is withheld. */
export function visibleValue(
  workflow: Workflow,
  roles: readonly string[],
  at: { readonly pointer: string; readonly value: Json },
): Visible<{ readonly value: Json }> | undefined {
  const root = workflow.record;
  const looking = { root, sight: sightOf(workflow, roles) };
  const value = cut(looking, schemaAt(root, at.pointer), at);
  return value === undefined ? undefined : seal({ value });
}

// The one place where the mark is given.
function seal<Value>(value: Value): Visible<Value> {
  return value as Visible<Value>;
}

interface Looking {
  readonly sight: Sight;
  /** The record's schema, where references lead. */
  readonly root: JsonObject;
}

interface Place {
  readonly pointer: string;
  readonly value: Json;
}

function cut(looking: Looking, schema: JsonObject | undefined, { pointer, value }: Place): Json | undefined {
  const seen = looking.sight.at(pointer);
  if (seen === 'plain') return value;
  if (seen === 'masked') return maskText(value, schema?.['x-pii']);
  if (seen === 'parts' && isJsonObject(value)) return cutObject(looking, schema, { pointer, value });
  return undefined;
}

function cutObject(
  looking: Looking,
  schema: JsonObject | undefined,
  { pointer, value }: { readonly pointer: string; readonly value: JsonObject },
): JsonObject {
  const parts: { [key: string]: Json } = {};
  for (const [key, part] of Object.entries(value)) {
    const place = { pointer: `${pointer}/${key}`, value: part };
    const seen = cut(looking, propertyOf(looking.root, schema, key), place);
    if (seen !== undefined) parts[key] = seen;
  }
  return parts;
}

function withheld(
  looking: Looking,
  schema: JsonObject,
  pointer: string,
): { readonly hidden: readonly string[]; readonly masked: readonly string[] } {
  const hidden: string[] = [];
  const masked: string[] = [];
  for (const [key, property] of propertiesOf(looking.root, schema)) {
    const place = `${pointer}/${key}`;
    const seen = looking.sight.at(place);
    if (seen === 'none') hidden.push(place);
    if (seen === 'masked') masked.push(place);
    if (seen !== 'parts') continue;
    const below = withheld(looking, property, place);
    hidden.push(...below.hidden);
    masked.push(...below.masked);
  }
  return { hidden, masked };
}

function schemaAt(root: JsonObject, pointer: string): JsonObject | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonObject | undefined>((at, key) => propertyOf(root, at, key), root);
}
