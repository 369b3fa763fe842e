import { type Checked, hasErrors, issue } from '@paidan/engine/issue';
import { type GroupedRows, groupRows } from './group-rows.ts';
import type { ImportProgress } from './import-run.ts';
import { openRowsFile } from './open-rows-file.ts';
import { type FileRow, readRows, UnreadableRows } from './read-rows.ts';
import type { ReadyMap } from './ready-map.ts';

const rowsBetweenNews = 10_000;

export interface ReadingOptions {
  /** Reads no more rows than these. */
  readonly most?: number;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** The rows of a file by outside number, or what makes it unreadable. */
export async function readGroups(
  ready: ReadyMap,
  file: string,
  { most, onProgress }: ReadingOptions = {},
): Promise<Checked<GroupedRows>> {
  const { source } = ready.map;
  const { value: text, issues } = await openRowsFile(file, source.kind);
  if (text === undefined) return { issues };
  try {
    const rows = readRows(text, source);
    const grouped = await groupRows(ready, most === undefined ? rows : firstOf(rows, most), (done) => {
      if (done % rowsBetweenNews === 0) onProgress?.({ phase: 'reading', done });
    });
    return hasErrors(grouped.issues) ? { issues: grouped.issues } : { value: grouped, issues: [] };
  } catch (cause) {
    if (!(cause instanceof UnreadableRows)) throw cause;
    const { place, message } = cause;
    return { issues: [issue('import/unreadable-file', '', { place, reason: message })] };
  }
}

async function* firstOf(rows: AsyncIterable<FileRow>, most: number): AsyncIterable<FileRow> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count >= most) return;
  }
}
