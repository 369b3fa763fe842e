import type { TSchema } from 'typebox';
import { isJsonObject, type Json } from '../issue/json.ts';
import { branchFor, entryFor, partFor } from './definition/shape-parts.ts';
import type { ShapeSchema } from './definition/shape-schema.ts';
import { WorkflowShape } from './definition/workflow.ts';

const lineWidth = 110;

/**
 * The document for people: keys of the format in the order of its schema, ids of maps in their own order, and each object
 * on one line where it fits in 110 columns. Ends with a line feed. Parsing the text gives back an equal document.
 */
export function printWorkflow(document: Json): string {
  return `${printJson(inShapeOrder(WorkflowShape, document))}\n`;
}

/** A value as indented JSON, each object and list on one line where it fits. */
export function printJson(value: Json): string {
  return printWithin(value, '', 0);
}

/** `beside` are the columns that a key before the value and a comma behind it take on its line. */
function printWithin(value: Json, indent: string, beside: number): string {
  const flat = printFlat(value);
  const isScalar = typeof value !== 'object' || value === null;
  if (isScalar || indent.length + beside + widthOf(flat) <= lineWidth) return flat;
  const inner = `${indent}  `;
  const comma = (index: number, count: number) => (index < count - 1 ? 1 : 0);
  if (!isJsonObject(value)) {
    const entries = value.map(
      (entry, index) => inner + printWithin(entry, inner, comma(index, value.length)),
    );
    return `[\n${entries.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, part], index, all) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + printWithin(part, inner, widthOf(name) + comma(index, all.length));
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function printFlat(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${printFlat(part)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Columns a text takes: Chinese characters and full-width punctuation take two. */
function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Keys the shape names come in its order, all others behind them in their own. */
function inShapeOrder(shape: TSchema | ShapeSchema, value: Json): Json {
  const schema = branchFor(shape as ShapeSchema, value);
  if (schema === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((entry, index) => inShapeOrder(entryFor(schema, index) ?? {}, entry));
  }
  if (!isJsonObject(value)) return value;
  const named = Object.keys(schema.properties ?? {}).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !named.includes(key));
  return Object.fromEntries(
    [...named, ...others].map((key) => {
      const part = partFor(schema, key);
      const member = value[key] ?? null;
      return [key, part === undefined ? member : inShapeOrder(part, member)];
    }),
  );
}
