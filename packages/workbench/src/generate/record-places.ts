import { isJsonObject, type JsonObject, readOwn } from '@paidan/engine/issue';
import type { ValueKind } from './column.ts';

export interface RecordPlace {
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly kind: ValueKind;
}

/** Every leaf of a record schema in the order of the document; local `$ref`s are followed, arrays and files are leaves. */
export function recordPlaces(record: JsonObject): readonly RecordPlace[] {
  const definitions = objectAt(record, '$defs');
  return below(record, '', definitions);
}

function below(schema: JsonObject, pointer: string, definitions: JsonObject): readonly RecordPlace[] {
  return Object.entries(objectAt(schema, 'properties')).flatMap(([key, raw]) => {
    const found = resolved(raw, definitions);
    const at = `${pointer}/${key}`;
    const kind = kindOf(found, key, definitions);
    if (kind !== 'group') return [{ pointer: at, schema: found, kind }];
    return below(found, at, definitions);
  });
}

function resolved(raw: unknown, definitions: JsonObject): JsonObject {
  const schema = isJsonObject(raw) ? raw : {};
  const reference = readOwn(schema, '$ref');
  if (typeof reference !== 'string') return schema;
  return { ...objectAt(definitions, reference.slice('#/$defs/'.length)), ...schema };
}

function kindOf(schema: JsonObject, key: string, definitions: JsonObject): ValueKind {
  if (schema['enum'] !== undefined) return 'choice';
  const properties = objectAt(schema, 'properties');
  if (schema['type'] === 'array') return holdsFiles(schema, definitions) ? 'files' : 'list';
  if (schema['type'] === 'object') return readOwn(properties, 'sha256') === undefined ? 'group' : 'files';
  if (schema['type'] === 'boolean') return 'yes-no';
  if (schema['format'] === 'date') return 'date';
  if (schema['format'] === 'date-time') return 'instant';
  if (schema['type'] === 'integer' || schema['type'] === 'number')
    return key.endsWith('Cents') ? 'money' : 'number';
  return 'text';
}

function holdsFiles(schema: JsonObject, definitions: JsonObject): boolean {
  return readOwn(objectAt(resolved(schema['items'], definitions), 'properties'), 'sha256') !== undefined;
}

function objectAt(json: JsonObject, key: string): JsonObject {
  const value = readOwn(json, key);
  return isJsonObject(value) ? value : {};
}
