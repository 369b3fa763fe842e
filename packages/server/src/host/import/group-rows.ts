import { type Issue, issue } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { FileRow } from './read-rows.ts';
import type { ReadyMap } from './ready-map.ts';
import { type RefusedRow, refusedRow } from './refused-row.ts';

/** The rows of a file by outside number, in the order of first appearance. */
export interface GroupedRows {
  readonly groups: ReadonlyMap<string, readonly FileRow[]>;
  readonly rows: number;
  /** Rows without an outside number. */
  readonly refused: readonly RefusedRow[];
  /** The latest instant of any row: where the log ends. */
  readonly logEnd: Instant | undefined;
  /** What the map reads and the file has not; nothing else was read then. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a whole file into groups. Rows of one number may stand anywhere, so they are held until the end: about 0.4 KB per
 * row, as equal words are held once.
 */
export async function groupRows(
  ready: ReadyMap,
  rows: AsyncIterable<FileRow>,
  onRow: (rows: number) => void = () => undefined,
): Promise<GroupedRows> {
  const groups = new Map<string, FileRow[]>();
  const refused: RefusedRow[] = [];
  let count = 0;
  let logEnd: Instant | undefined;
  for await (const file of rows) {
    if (count === 0) {
      const issues = missingColumns(ready, file);
      if (issues.length > 0) return { groups, rows: 0, refused, logEnd, issues };
    }
    count += 1;
    onRow(count);
    const key = textOf(ready, file, ready.keyColumn);
    if (key === undefined) {
      refused.push(refusedRow(file, [issue('import/no-key', '', { column: ready.keyColumn })]));
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
    const at = textOf(ready, file, ready.atColumn);
    if (at !== undefined && (logEnd === undefined || at > logEnd)) logEnd = at;
  }
  return { groups, rows: count, refused, logEnd, issues: [] };
}

/** Columns are checked on a table's first row; lines of NDJSON may each leave out what is absent. */
function missingColumns({ map, columns }: ReadyMap, { cells }: FileRow): readonly Issue[] {
  if (map.source.kind !== 'csv') return [];
  const known = Object.keys(cells).join(', ');
  return columns
    .filter((column) => !Object.hasOwn(cells, column))
    .map((column) => issue('import/unknown-column', '', { column, known }));
}

function textOf({ readCell }: ReadyMap, { cells }: FileRow, column: string): string | undefined {
  const read = readCell(column, cells[column] ?? null);
  if (!('value' in read) || read.value === null) return undefined;
  return typeof read.value === 'string' ? read.value : JSON.stringify(read.value);
}
