import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { readOwn, readPointer } from '../../issue/json-pointer.ts';

/** What the record's schema says about a dotted read such as `record.device.model`; `undefined` where it says nothing. */
export function fieldSchema(record: JsonObject, name: string): JsonObject | undefined {
  const [root, ...path] = name.split('.');
  if (root !== 'record') return undefined;
  let schema: JsonObject | undefined = resolved(record, record);
  for (const part of path) {
    const next: Json | undefined = readOwn(schema?.['properties'], part);
    schema = isJsonObject(next) ? resolved(record, next) : undefined;
  }
  return schema;
}

/** The JSON types a field's values can have: its `type`, or those of its choices. */
export function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type === 'integer' ? 'number' : type];
  const choices = schema['enum'];
  return Array.isArray(choices) ? [...new Set(choices.map((choice) => typeof choice))] : [];
}

/** Whether one of the pointers is the field or a part of the record that contains it. */
export function covers(pointers: readonly string[], field: string): boolean {
  return pointers.some((pointer) => field === pointer || field.startsWith(`${pointer}/`) || pointer === '');
}

/** `record.device.model` as the pointer `/device/model`. */
export function pointerOfRead(name: string): string {
  return name
    .split('.')
    .slice(1)
    .map((part) => `/${part}`)
    .join('');
}

function resolved(record: JsonObject, schema: JsonObject): JsonObject {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const target = readPointer(record, ref.slice(1));
  return isJsonObject(target) ? target : {};
}
