import { isJsonObject, type Json } from '../../issue/json.ts';
import type { ReferenceKind } from './shape.ts';

/** The part of JSON Schema our shapes are made of, and our two marks. */
export interface ShapeSchema {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly ShapeSchema[];
  readonly properties?: { readonly [key: string]: ShapeSchema };
  readonly patternProperties?: { readonly [pattern: string]: ShapeSchema };
  readonly additionalProperties?: boolean | ShapeSchema;
  readonly required?: readonly string[];
  readonly items?: ShapeSchema | readonly ShapeSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: ShapeSchema };
  readonly 'x-refers'?: ReferenceKind;
  readonly 'x-key-refers'?: ReferenceKind;
  readonly 'x-is'?: 'expression' | 'text' | 'mapping-line';
}

/** Whether a value is of the schema's `type`; a schema without one takes every value. */
export function isOfType({ type }: ShapeSchema, value: Json): boolean {
  if (type === undefined) return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

/** A keyword that narrows a value of the right type. */
export type Limit = keyof typeof limits;

/** The first keyword of the schema that the value, already of the right type, does not keep. */
export function brokenLimit(schema: ShapeSchema, value: Json): Limit | undefined {
  for (const [keyword, keeps] of limitEntries) {
    if (schema[keyword] !== undefined && !keeps(value, schema)) return keyword;
  }
  return undefined;
}

type Keeps = (value: Json, schema: ShapeSchema) => boolean;

const limits = {
  const: (value, schema) => value === schema.const,
  enum: (value, { enum: allowed = [] }) => allowed.includes(value),
  pattern: (value, { pattern = '' }) => typeof value !== 'string' || matches(pattern, value),
  minLength: (value, { minLength = 0 }) => typeof value !== 'string' || [...value].length >= minLength,
  maxLength: (value, { maxLength = 0 }) => typeof value !== 'string' || [...value].length <= maxLength,
  minimum: (value, { minimum = 0 }) => typeof value !== 'number' || value >= minimum,
  exclusiveMinimum: (value, { exclusiveMinimum = 0 }) =>
    typeof value !== 'number' || value > exclusiveMinimum,
  maximum: (value, { maximum = 0 }) => typeof value !== 'number' || value <= maximum,
  multipleOf: (value, { multipleOf = 1 }) => typeof value !== 'number' || value % multipleOf === 0,
  minItems: (value, { minItems = 0 }) => !Array.isArray(value) || value.length >= minItems,
  maxItems: (value, { maxItems = 0 }) => !Array.isArray(value) || value.length <= maxItems,
  minProperties: (value, { minProperties = 0 }) =>
    !isJsonObject(value) || Object.keys(value).length >= minProperties,
} as const satisfies { readonly [keyword: string]: Keeps };

const limitEntries = Object.entries(limits) as readonly (readonly [Limit, Keeps])[];

/** Whether a text matches a pattern of a shape; each of them is compiled once. */
export function matches(pattern: string, text: string): boolean {
  let compiled = compiledPatterns.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern, 'u');
    compiledPatterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

const compiledPatterns = new Map<string, RegExp>();
