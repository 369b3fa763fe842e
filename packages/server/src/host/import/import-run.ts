import type { Issue } from '@paidan/engine/issue';
import type { Installation } from '../installation.ts';
import type { DrivePorts } from './drive-history.ts';
import type { Tallying } from './import-tally.ts';
import type { FileRow } from './read-rows.ts';
import type { ReadyMap } from './ready-map.ts';
import { type RefusedRow, refusedRow } from './refused-row.ts';

export interface ImportProgress {
  readonly phase: 'reading' | 'importing';
  readonly done: number;
  readonly total?: number;
}

/** What the steps of one import work on. */
export interface ImportRun {
  readonly installation: Installation;
  readonly ready: ReadyMap;
  readonly drive: DrivePorts;
  readonly tally: Tallying;
  readonly times: { decidingMs: number; writingMs: number };
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly onRefused?: ((row: RefusedRow) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** All rows of one outside number. */
export type KeyRows = readonly [key: string, rows: readonly FileRow[]];

/** Counts rows as refused and tells of each; `isWhole` when no work order comes of their number. */
export function refuseRows(run: ImportRun, rows: readonly RefusedRow[], isWhole: boolean): void {
  run.tally.addRefused(rows, isWhole);
  for (const row of rows) run.onRefused?.(row);
}

/** Refuses every row of a number for one reason. */
export function refuseKey(run: ImportRun, [key, rows]: KeyRows, issues: readonly Issue[]): void {
  refuseRows(
    run,
    rows.map((row) => refusedRow(row, issues, key)),
    true,
  );
}
