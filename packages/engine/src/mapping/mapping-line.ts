import type { MappingLine } from '../author/definition/mapping.ts';
import { isJsonObject, type Json } from '../issue/json.ts';

const keys: readonly string[] = ['from', 'value', 'via', 'missing', 'emptyText'];

/** Whether a line is written in full: an object with `from` or `value`, which no operator is called. */
export function isFullLine(line: Json): line is MappingLine & { readonly [key: string]: Json } {
  return isJsonObject(line) && (Object.hasOwn(line, 'from') || Object.hasOwn(line, 'value'));
}

/** The keys of a full line that do not belong there, or exclude each other. */
export function strayKeys(line: { readonly [key: string]: Json }): readonly string[] {
  const stray = Object.keys(line).filter((key) => !keys.includes(key));
  return Object.hasOwn(line, 'from') && Object.hasOwn(line, 'value') ? [...stray, 'value'] : stray;
}

/** A line in full; the short form is an expression without which nothing is sent. */
export function fullLine(line: Json): MappingLine {
  return isFullLine(line) ? line : { value: line, missing: 'fail' };
}
