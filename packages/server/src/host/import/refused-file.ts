import { formatIssue, type Locale } from '@paidan/engine/issue';
import type { RefusedRow } from './refused-row.ts';

/** The columns a file of refused rows has besides its own; an import leaves them aside. */
const ours = ['paidan_row', 'paidan_cause', 'paidan_why'] as const;

/**
 * Refused rows as a file of the kind they came in, each with its place, its cause and a sentence: corrected, it can be
 * imported as it is.
 */
export function refusedFile(
  rows: readonly RefusedRow[],
  { kind, delimiter = ',' }: { readonly kind: 'csv' | 'ndjson'; readonly delimiter?: string },
  locale: Locale,
): string {
  const told = rows.map((row) => ({ ...row.file.cells, ...reasonOf(row, locale) }));
  if (kind === 'ndjson') return told.map((row) => `${JSON.stringify(row)}\n`).join('');
  const columns = [...new Set([...Object.keys(rows[0]?.file.cells ?? {}), ...ours])];
  const lines = [columns, ...told.map((row) => columns.map((column) => cellOf(row, column)))];
  return lines.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join('');
}

function reasonOf(row: RefusedRow, locale: Locale) {
  const why = row.issues.map((found) => formatIssue(found, locale)).join(' ');
  return { paidan_row: String(row.file.place), paidan_cause: row.cause, paidan_why: why };
}

function cellOf(row: { readonly [column: string]: unknown }, column: string): string {
  const cell = row[column];
  return typeof cell === 'string' ? cell : cell === undefined ? '' : JSON.stringify(cell);
}

/** RFC 4180, section 2. */
function quoted(cell: string, delimiter: string): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
