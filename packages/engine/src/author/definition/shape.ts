import Type, { type Static, type TProperties, type TSchema } from 'typebox';
import type { Json, JsonObject } from '../../issue/json.ts';

/** The type a schema describes, read-only all the way down: a definition is never mutated. */
export type Shape<Schema extends TSchema> = DeepReadonly<Static<Schema>>;

// Plain JSON is read-only already and has no end; mapping over the keys of a pair keeps it a pair.
type DeepReadonly<T> =
  IsPlainJson<T> extends true
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T;

// A JSON object also fits a type whose keys are all optional; only a map has every text as key.
type IsPlainJson<T> = Json extends T ? true : JsonObject extends T ? IsMap<T> : false;
type IsMap<T> = string extends keyof T ? true : false;

/** Ids of steps, transitions, effects, roles, clocks: lower case, never shown, stable across versions. */
export const ID_PATTERN = '^[a-z][a-z0-9-]*$';

/** Names of record fields, form fields and operations: usable unquoted in a dotted read. */
export const NAME_PATTERN = '^[a-z][A-Za-z0-9]*$';

/** A moment or what a transition hears: ids joined by dots, at most three of them. */
export const MOMENT_PATTERN = '^[a-z][A-Za-z0-9-]*(\\.[a-z][A-Za-z0-9-]*){0,2}$';

/** `connection.operation`. */
export const OPERATION_PATTERN = '^[a-z][a-z0-9-]*\\.[a-z][A-Za-z0-9]*$';

/** What an id may name. The reference check and every picker read it from the schema, as `x-refers`. */
export type ReferenceKind =
  | 'step'
  | 'target'
  | 'start'
  | 'transition'
  | 'seat'
  | 'effect'
  | 'role'
  | 'form'
  | 'policy'
  | 'operation'
  | 'sibling-operation'
  | 'mapping'
  | 'calendar'
  | 'connection'
  | 'receiver'
  | 'channel'
  | 'event'
  | 'accepted-event'
  | 'listener'
  | 'heard'
  | 'moment'
  | 'knowledge';

/** A text that names a thing defined elsewhere in the document. */
export function refersTo(kind: ReferenceKind, pattern: string = ID_PATTERN) {
  return Type.String({ pattern, 'x-refers': kind });
}

export const Id = Type.String({ pattern: ID_PATTERN });
export const Pointer = Type.String({
  pattern: '^(/[^/]*)*$',
  description: 'RFC 6901 pointer into the record',
});

/** An object that refuses keys the format does not have: a misspelt key must never be a silent one. */
export function strictObject<Properties extends TProperties>(properties: Properties, description?: string) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  });
}

/** A map keyed by stable ids; order is key order. */
export function mapOf<Value extends TSchema>(value: Value, keyPattern: string = ID_PATTERN) {
  return Type.Record(Type.String({ pattern: keyPattern }), value, { additionalProperties: false });
}

/** A part that may stand in its own file: `paidan bundle` puts the file's content in place of the reference. */
export const Reference = strictObject(
  { ref: Type.String({ minLength: 1 }) },
  'Path of a file beside the document',
);
