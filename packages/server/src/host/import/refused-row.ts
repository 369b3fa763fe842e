import { type Issue, issue } from '@paidan/engine/issue';
import type { FileRow } from './read-rows.ts';
import type { ReadyMap, TypedRow } from './ready-map.ts';

/** A row that was not taken in, and why; the row as the file has it, ready to be corrected. */
export interface RefusedRow {
  readonly file: FileRow;
  readonly key?: string;
  /** The name of the refusal in the map, or the code of the issue. */
  readonly cause: string;
  readonly issues: readonly Issue[];
}

export function refusedRow(file: FileRow, issues: readonly Issue[], key?: string): RefusedRow {
  const named = key === undefined ? {} : { key };
  return { file, ...named, cause: issues[0]?.code ?? '', issues };
}

/** The row with its cells read, or every cell of it that cannot be read. */
export function typedRow({ columns, readCell }: ReadyMap, file: FileRow): TypedRow | readonly Issue[] {
  const row: { [column: string]: TypedRow['row'][string] } = {};
  const issues: Issue[] = [];
  for (const column of columns) {
    const cell = file.cells[column] ?? null;
    const read = readCell(column, cell);
    if ('value' in read) row[column] = read.value;
    else {
      const found = typeof cell === 'string' ? cell : JSON.stringify(cell);
      issues.push(issue('import/not-readable', `/${column}`, { column, expected: read.expected, found }));
    }
  }
  return issues.length > 0 ? issues : { place: file.place, row };
}
