import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { readPointer, segmentsOf } from '../issue/json-pointer.ts';

/**
 * The schema of the field a pointer names: down `properties` and `items`, through `$ref` within the document.
 * `undefined` where the schema says nothing about it.
 */
export function schemaAt(schema: JsonObject, pointer: string): Json | undefined {
  let here: Json | undefined = schema;
  for (const segment of segmentsOf(pointer)) {
    const resolved = resolve(here, schema);
    if (!isJsonObject(resolved)) return undefined;
    const properties = resolved['properties'];
    here =
      isJsonObject(properties) && Object.hasOwn(properties, segment)
        ? properties[segment]
        : resolved['items'];
  }
  return here;
}

/**
 * Whether a value fits a schema as far as the engine looks: type, enum, const, required, properties, items, and the
 * bounds of numbers, texts and lists. JSON Schema 2020-12, core and validation. No code is made, so that it runs under
 * a strict content policy; keywords beyond these are judged by the form's validator and at the server's door.
 */
export function fitsSchema(value: Json, schema: Json | undefined, root: JsonObject): boolean {
  const rules = resolve(schema, root);
  if (rules === false) return false;
  if (!isJsonObject(rules)) return true;
  return fitsType(value, rules['type']) && fitsLiterals(value, rules) && fitsParts(value, rules, root);
}

function resolve(schema: Json | undefined, root: JsonObject): Json | undefined {
  const reference = isJsonObject(schema) ? schema['$ref'] : undefined;
  if (typeof reference !== 'string') return schema;
  return reference.startsWith('#') ? readPointer(root, decodeURIComponent(reference.slice(1))) : undefined;
}

function fitsType(value: Json, type: Json | undefined): boolean {
  if (type === undefined) return true;
  const types: readonly Json[] = Array.isArray(type) ? type : [type];
  return types.some((one) => one === typeOf(value) || (one === 'number' && typeof value === 'number'));
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function fitsLiterals(value: Json, rules: JsonObject): boolean {
  const literals = rules['enum'];
  if (Array.isArray(literals) && !literals.includes(value)) return false;
  if (rules['const'] !== undefined && rules['const'] !== value) return false;
  if (typeof value === 'number') return within(value, rules['minimum'], rules['maximum']);
  if (typeof value === 'string') return within([...value].length, rules['minLength'], rules['maxLength']);
  return true;
}

function fitsParts(value: Json, rules: JsonObject, root: JsonObject): boolean {
  if (Array.isArray(value)) {
    const items = rules['items'];
    return (
      within(value.length, rules['minItems'], rules['maxItems']) &&
      value.every((item) => fitsSchema(item, items, root))
    );
  }
  if (!isJsonObject(value)) return true;
  const required = rules['required'];
  const properties = rules['properties'];
  if (Array.isArray(required) && !required.every((name) => Object.hasOwn(value, String(name)))) return false;
  return Object.entries(value).every(([name, part]) => {
    if (isJsonObject(properties) && Object.hasOwn(properties, name))
      return fitsSchema(part, properties[name], root);
    return (
      rules['additionalProperties'] === undefined || fitsSchema(part, rules['additionalProperties'], root)
    );
  });
}

function within(size: number, least: Json | undefined, most: Json | undefined): boolean {
  return (typeof least !== 'number' || size >= least) && (typeof most !== 'number' || size <= most);
}
