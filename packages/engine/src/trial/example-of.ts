import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';

/** The smallest plain value a schema lets through, for stand-ins nobody wrote an answer for. Optional members are left out. */
export function exampleOf(schema: Json | undefined, at: Instant): Json {
  if (!isJsonObject(schema)) return {};
  const { examples, enum: allowed } = schema;
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(examples) && examples[0] !== undefined) return examples[0];
  if (Array.isArray(allowed) && allowed[0] !== undefined) return allowed[0];
  switch (schema['type']) {
    case 'string':
      return textFor(schema, at);
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? schema['minimum'] : 1;
    case 'boolean':
      return true;
    case 'array':
      return [];
    default:
      return objectFor(schema, at);
  }
}

function textFor({ format }: JsonObject, at: Instant): string {
  if (format === 'date-time') return at;
  return format === 'date' ? at.slice(0, 10) : 'X';
}

function objectFor({ properties, required }: JsonObject, at: Instant): Json {
  const names = Array.isArray(required) ? required : [];
  return Object.fromEntries(
    names.flatMap((name) =>
      typeof name === 'string'
        ? [[name, exampleOf(isJsonObject(properties) ? properties[name] : {}, at)]]
        : [],
    ),
  );
}
