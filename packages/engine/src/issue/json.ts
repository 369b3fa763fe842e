/** Anything JSON can hold. Documents, records and facts are read as this and never mutated. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; key order carries meaning in a definition, never in a record. */
export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
