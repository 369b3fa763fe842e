import { checkImportMap, type ImportMap } from '@paidan/engine';
import { type Checked, hasErrors, WorkflowFault } from '@paidan/engine/issue';
import type { Version } from '../host.ts';
import type { Installation } from '../installation.ts';
import type { GroupedRows } from './group-rows.ts';
import { importGroups } from './import-groups.ts';
import { type ImportProgress, type ImportRun, refuseRows } from './import-run.ts';
import { type ImportTally, openTally } from './import-tally.ts';
import { readGroups } from './read-groups.ts';
import { type ReadyMap, readyMap } from './ready-map.ts';
import type { RefusedRow } from './refused-row.ts';

export interface ImportOptions {
  readonly tenant: string;
  readonly file: string;
  /** Sends what the rows recorded, on a clock that goes from row to row; without it a row only starts its work order. */
  readonly replay?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRefused?: (row: RefusedRow) => void;
  /** Ends after the batch under way; a later import goes on from there. */
  readonly signal?: AbortSignal;
}

/** Milliseconds of each phase. Writing runs beside deciding, so the whole is less than the sum. */
export interface ImportTimes {
  readonly readingMs: number;
  readonly decidingMs: number;
  readonly writingMs: number;
  readonly totalMs: number;
}

export interface ImportResult extends ImportTally {
  readonly rows: number;
  readonly times: ImportTimes;
  readonly isInterrupted: boolean;
}

/**
 * Brings the rows of a file in as work orders of a published workflow, each with its whole past. Nothing of a replayed
 * past is ever sent outside; a work order imported without replay goes on living, and what it waits for is asked.
 *
 * An outside number that was imported before is left as it is, so an interrupted import is repeated and goes on. Findings
 * about map and columns come before anything is written. Throws `import/workflow-unpublished`.
 */
export async function importRows(
  installation: Installation,
  map: ImportMap,
  options: ImportOptions,
): Promise<Checked<ImportResult>> {
  const version = await publishedVersion(installation, map, options.tenant);
  const { value: ready, issues } = readyMap(map);
  const found = [...issues, ...checkImportMap(map, version.compiled.workflow)];
  if (ready === undefined || hasErrors(found)) return { issues: found };
  const startedMs = performance.now();
  const { value: grouped, issues: unreadable } = await readGroups(ready, options.file, options);
  if (grouped === undefined) return { issues: unreadable };
  const readingMs = performance.now() - startedMs;
  const run = openRun(installation, { ready, version, options, grouped });
  await importGroups(run, [...grouped.groups]);
  const times = { ...run.times, readingMs, totalMs: performance.now() - startedMs };
  const isInterrupted = options.signal?.aborted ?? false;
  return { value: { ...run.tally.tally(), rows: grouped.rows, times, isInterrupted }, issues: found };
}

async function publishedVersion(
  { host }: Installation,
  { workflow }: ImportMap,
  tenant: string,
): Promise<Version> {
  const version = await host.version(tenant, workflow);
  if (version !== undefined) return version;
  throw new WorkflowFault(
    'import/workflow-unpublished',
    `没有已发布的流程「${workflow}」。请先发布它，或用 --workflow 指定流程文件。\n` +
      `The workflow "${workflow}" is not published. Publish it first, or name its file with --workflow.`,
    'wait-for-person',
  );
}

interface Opening {
  readonly ready: ReadyMap;
  readonly options: ImportOptions;
  readonly version: Version;
  readonly grouped: GroupedRows;
}

function openRun(installation: Installation, { ready, version, options, grouped }: Opening): ImportRun {
  const receivedAt = installation.origin.now();
  const { tenant, replay = false, onProgress, onRefused, signal } = options;
  const logEnd = grouped.logEnd ?? receivedAt;
  const run: ImportRun = {
    ...{ installation, ready, onProgress, onRefused, signal, tally: openTally(ready) },
    drive: { tenant, version, receivedAt, replay, logEnd },
    times: { decidingMs: 0, writingMs: 0 },
  };
  refuseRows(run, grouped.refused, false);
  return run;
}
