import { issue } from '@paidan/engine/issue';
import { commitPasts, existingWorkOrders } from '../../store/import-history.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { keepCustomer } from '../alongside.ts';
import { type DrivenHistory, driveHistory, importedWorkOrderId } from './drive-history.ts';
import { type ImportRun, type KeyRows, refuseKey, refuseRows } from './import-run.ts';
import { tellHistory } from './tell-history.ts';

const keysPerBatch = 250;

/** A work order decided up to the present, with the rows it came from. */
interface Driven {
  readonly driven: DrivenHistory;
  readonly from: KeyRows;
}

/** Batch by batch; while the database writes one, the next is decided. */
export async function importGroups(run: ImportRun, groups: readonly KeyRows[]): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for (let done = 0; done < groups.length && !run.signal?.aborted; done += keysPerBatch) {
    run.onProgress?.({ phase: 'importing', done, total: groups.length });
    const batch = groups.slice(done, done + keysPerBatch);
    const [driven] = await Promise.all([driveBatch(run, batch), writing]);
    writing = writeBatch(run, driven);
    // Awaited a batch later; until then a failure must not count as unheard.
    writing.catch(() => undefined);
  }
  await writing;
}

async function driveBatch(run: ImportRun, batch: readonly KeyRows[]): Promise<readonly Driven[]> {
  const { installation, drive, times } = run;
  const idOf = (key: string) => importedWorkOrderId(drive.tenant, drive.version.workflowId, key);
  const ids = batch.map(([key]) => idOf(key));
  const existing = await existingWorkOrders(installation.kysely, ids);
  const fromMs = performance.now();
  const driven = batch.flatMap((from) => driveKey(run, from, existing.has(idOf(from[0]))));
  times.decidingMs += performance.now() - fromMs;
  return driven;
}

function driveKey(run: ImportRun, from: KeyRows, exists: boolean): readonly Driven[] {
  const [key, rows] = from;
  const { history, refused } = tellHistory(run.ready, key, rows);
  refuseRows(run, refused, history === undefined && !exists);
  if (exists) {
    run.tally.addSame();
    return [];
  }
  if (history === undefined) return [];
  const driven = driveHistory(run.drive, history);
  const start = driven.decisions[0]?.decision;
  if (start?.kind !== 'refused') return [{ driven, from }];
  refuseKey(run, from, start.issues);
  return [];
}

async function writeBatch(run: ImportRun, batch: readonly Driven[]): Promise<void> {
  if (batch.length === 0) return;
  const { kysely, boss } = run.installation;
  const { tenant, replay } = run.drive;
  const fromMs = performance.now();
  const taken = await inOneTransaction(kysely, async (transaction) => {
    const pasts = batch.map(({ driven: { decisions } }) => ({ decisions, goesOn: !replay }));
    const ids = await commitPasts(transaction, boss, pasts);
    for (const { driven } of batch) {
      if (ids.has(driven.workOrderId)) await keepCustomer(transaction, tenant, driven.history.record);
    }
    return ids;
  });
  run.times.writingMs += performance.now() - fromMs;
  const lost = batch.filter(({ driven }) => !taken.has(driven.workOrderId));
  for (const { driven } of batch) if (taken.has(driven.workOrderId)) run.tally.addDriven(driven);
  if (lost.length > 0) await accountForLost(run, lost);
}

/** Another import brought it in at the same moment, or its number belongs to somebody else. */
async function accountForLost(run: ImportRun, lost: readonly Driven[]): Promise<void> {
  const ids = lost.map(({ driven }) => driven.workOrderId);
  const existing = await existingWorkOrders(run.installation.kysely, ids);
  for (const { driven, from } of lost) {
    if (existing.has(driven.workOrderId)) run.tally.addSame();
    else refuseKey(run, from, [issue('import/number-taken', '', { number: driven.history.key })]);
  }
}
