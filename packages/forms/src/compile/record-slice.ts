import { isJsonObject, type JsonObject, segmentsOf } from '@paidan/engine/issue';
import { resolveSchema } from './interpret-schema.ts';

/** The schema of one place in the record, references followed; `*` stands for any row. `undefined`: no such place. */
export function schemaAt(record: JsonObject, pointer: string): JsonObject | undefined {
  let schema: JsonObject | undefined = record;
  for (const segment of segmentsOf(pointer)) {
    const here: JsonObject = resolveSchema(schema, record);
    const next = segment === '*' ? rowSchema(here) : memberSchema(here, segment);
    if (next === undefined) return undefined;
    schema = next;
  }
  return resolveSchema(schema, record);
}

function memberSchema(schema: JsonObject, name: string): JsonObject | undefined {
  const members = schema['properties'];
  const member = isJsonObject(members) && Object.hasOwn(members, name) ? members[name] : undefined;
  return isJsonObject(member) ? member : undefined;
}

/** Rows of a list share one schema; rows of a checklist are members and must look alike, so the first speaks for all. */
function rowSchema(schema: JsonObject): JsonObject | undefined {
  if (isJsonObject(schema['items'])) return schema['items'];
  const members = isJsonObject(schema['properties']) ? Object.values(schema['properties']) : [];
  const [first] = members;
  return isJsonObject(first) ? first : undefined;
}

/** The record's schema cut to these top-level names, with the definitions they reach: what a form's verdict rests on. */
export function sliceRecord(record: JsonObject, names: ReadonlySet<string>): JsonObject {
  const members = isJsonObject(record['properties']) ? record['properties'] : {};
  const kept = Object.fromEntries(Object.entries(members).filter(([name]) => names.has(name)));
  const definitions = isJsonObject(record['$defs']) ? record['$defs'] : {};
  const reached = new Set<string>();
  reach(kept, definitions, reached);
  const required = Array.isArray(record['required'])
    ? record['required'].filter((name) => typeof name === 'string' && names.has(name))
    : [];
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    $defs: Object.fromEntries(Object.entries(definitions).filter(([name]) => reached.has(name))),
    properties: kept,
  };
}

function reach(schema: unknown, definitions: JsonObject, reached: Set<string>): void {
  if (Array.isArray(schema)) for (const item of schema) reach(item, definitions, reached);
  if (!isJsonObject(schema)) return;
  const reference = schema['$ref'];
  const name = typeof reference === 'string' ? reference.replace('#/$defs/', '') : undefined;
  if (name !== undefined && !reached.has(name)) {
    reached.add(name);
    reach(definitions[name], definitions, reached);
  }
  for (const member of Object.values(schema)) reach(member, definitions, reached);
}
