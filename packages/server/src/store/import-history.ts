import { activeSteps, type Effect, type Snapshot } from '@paidan/engine';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { JobInsert, PgBoss } from 'pg-boss';
import type { CommitInput, LoadedWorkOrder } from './commit-input.ts';
import { effectJob, wakeJob } from './commit-jobs.ts';
import { effectRows, loadedAfter, type MovedRow, movedRow } from './commit-rows.ts';
import {
  importParameters,
  importText,
  type PastEffect,
  type PastRow,
  type PastRows,
} from './import-statement.ts';
import { inTransaction, type QueueName } from './queue.ts';
import type { Tables } from './tables.ts';

/** All decisions about one work order, in their order, the start first; it must have moved. */
export interface Past {
  readonly decisions: readonly CommitInput[];
  /** Whether what the work order still waits for is to be performed; otherwise nothing ever is. */
  readonly goesOn: boolean;
}

/**
 * Writes work orders with their whole past inside the caller's transaction: final state, chained journal, inbox, effects
 * as settled history, open tasks, and the wake of what falls due. Returns the ids that were taken in; one that was there
 * already, or whose number is taken, has written nothing.
 */
export async function commitPasts(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  pasts: readonly Past[],
): Promise<ReadonlySet<string>> {
  const rows = collectRows(pasts);
  const query = CompiledQuery.raw(importText, [...importParameters(rows)]);
  const answer = await transaction.executeQuery<{ readonly id: string }>(query);
  const taken = new Set(answer.rows.map(({ id }) => id));
  for (const [queue, jobs] of Object.entries(jobsOf(rows, taken))) {
    if (jobs.length > 0) await boss.insert(queue, jobs, inTransaction(transaction));
  }
  return taken;
}

/** Which of these work orders exist. */
export async function existingWorkOrders(
  kysely: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await kysely
    .selectFrom('work_orders')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function collectRows(pasts: readonly Past[]): PastRows {
  const rows = { workOrders: [], journal: [], inbox: [], effects: [], tasks: [] } as {
    -readonly [Name in keyof PastRows]: PastRows[Name][number][];
  };
  for (const { decisions, goesOn } of pasts) {
    const moved = chained(decisions);
    const last = moved.at(-1);
    if (last === undefined) continue;
    const { snapshot, input } = last;
    const { workOrderId, tenant } = input;
    rows.workOrders.push(pastRow(moved, last));
    rows.journal.push(...moved);
    rows.inbox.push(...decisions);
    for (const each of moved) rows.effects.push(...pastEffects(each, goesOn ? snapshot : undefined));
    for (const task of Object.values(snapshot.tasks)) rows.tasks.push({ workOrderId, tenant, task });
  }
  return rows;
}

function chained(decisions: readonly CommitInput[]): readonly MovedRow[] {
  const moved: MovedRow[] = [];
  let before: LoadedWorkOrder | undefined;
  for (const input of decisions) {
    if (input.decision.kind === 'refused') continue;
    const row = movedRow({ ...input, ...(before === undefined ? {} : { before }) }, input.decision);
    before = loadedAfter(row);
    moved.push(row);
  }
  return moved;
}

function pastRow(moved: readonly MovedRow[], { input, snapshot, journal }: MovedRow): PastRow {
  const ended = moved.find((each) => each.snapshot.status === 'ended');
  const { workOrderId, tenant, standing } = input;
  const endedAt = snapshot.status === 'ended' ? (ended?.snapshot.at ?? null) : null;
  return { workOrderId, tenant, snapshot, standing, endedAt, journalHead: journal.hash };
}

function pastEffects({ input }: MovedRow, goingOn: Snapshot | undefined): readonly PastEffect[] {
  if (input.decision.kind === 'refused') return [];
  return effectRows(input, input.decision).map((row) => ({
    ...row,
    status: goingOn !== undefined && isAwaited(row.effect, goingOn) ? 'asked' : 'settled',
  }));
}

/** Whether the work order stands still until this effect is answered; a notice of long ago is not. */
function isAwaited(effect: Effect, { status, configuration, pending }: Snapshot): boolean {
  if (status === 'ended') return false;
  if (effect.kind === 'requestPlan') return activeSteps(configuration).includes(effect.stepId);
  return pending[effect.id]?.stepId !== undefined;
}

function jobsOf(rows: PastRows, taken: ReadonlySet<string>) {
  const jobs: { [Name in QueueName]?: JobInsert[] } = { effects: [], 'effects-in-order': [], wakes: [] };
  for (const { workOrderId, tenant, effect, status } of rows.effects) {
    if (status !== 'asked' || !taken.has(workOrderId)) continue;
    const { queue, job } = effectJob(effect, { tenant, workOrderId, effectId: effect.id, attempt: 1 });
    jobs[queue]?.push(job);
  }
  for (const { workOrderId, tenant, standing } of rows.workOrders) {
    const dueAt = standing?.nextDueAt;
    if (dueAt === undefined || !taken.has(workOrderId)) continue;
    jobs.wakes?.push(wakeJob({ tenant, workOrderId, dueAt }));
  }
  return jobs;
}
