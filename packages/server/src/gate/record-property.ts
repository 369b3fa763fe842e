import { isJsonObject, type JsonObject, readOwn } from '@paidan/engine/issue';

/** The properties of an object in a record's schema, each with its `$ref` followed, in the order of the schema. */
export function propertiesOf(
  root: JsonObject,
  schema: JsonObject,
): readonly (readonly [string, JsonObject])[] {
  const properties = readOwn(schema, 'properties');
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).flatMap(([key, property]) =>
    isJsonObject(property) ? [[key, followed(root, property)] as const] : [],
  );
}

export function propertyOf(
  root: JsonObject,
  schema: JsonObject | undefined,
  key: string,
): JsonObject | undefined {
  const properties = schema && readOwn(schema, 'properties');
  const property = isJsonObject(properties) ? readOwn(properties, key) : undefined;
  return isJsonObject(property) ? followed(root, property) : undefined;
}

// What stands beside a `$ref` belongs to the property too.
function followed(root: JsonObject, schema: JsonObject): JsonObject {
  const reference = readOwn(schema, '$ref');
  const name = typeof reference === 'string' ? /^#\/\$defs\/(.+)$/.exec(reference)?.[1] : undefined;
  const definitions = readOwn(root, '$defs');
  const found = name !== undefined && isJsonObject(definitions) ? readOwn(definitions, name) : undefined;
  return isJsonObject(found) ? { ...found, ...schema } : schema;
}
