import { type Json, type JsonObject, readPointer } from '@paidan/engine/issue';
import { withoutEmptyMembers } from '../fields/empty.ts';

/** Rows as a person sees them, blank ones included, which the form's own values leave out. */
export interface ShownRow {
  /** Position among the typed rows. */
  readonly index: number;
  /** Position among the rows the form knows; absent while the row is blank. */
  readonly known?: number;
}

export function listAt(values: JsonObject, pointer: string): readonly Json[] | undefined {
  const found = readPointer(values, pointer);
  return Array.isArray(found) ? (found as readonly Json[]) : undefined;
}

/** Which of the typed rows is which of the form's: blank rows are no rows yet. */
export function shownRows(rows: readonly Json[]): readonly ShownRow[] {
  let known = 0;
  return rows.map((row, index) => (isBlank(row) ? { index } : { index, known: known++ }));
}

export function isBlank(row: Json): boolean {
  return typeof row === 'string' ? row.trim() === '' : withoutEmptyMembers(row) === undefined;
}

export function movedRow<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
