import type { Effect } from '@paidan/engine';
import type { Transaction } from 'kysely';
import type { JobInsert, PgBoss } from 'pg-boss';
import type { CommitInput } from './commit-input.ts';
import { effectRows } from './commit-rows.ts';
import { derivedId } from './derived-id.ts';
import { inTransaction, type QueueName } from './queue.ts';
import type { Tables } from './tables.ts';

/** What a worker finds in a job of the queues `effects` and `effects-in-order`. */
export interface EffectJob {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly effectId: string;
  readonly attempt: number;
}

/** What it finds in a job of the queue `wakes`. */
export interface WakeJob {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly dueAt: string;
}

/**
 * The jobs of decisions that were taken in: effects to perform, earlier wakes, and the finished ones
 * completed.
 */
export async function commitJobs(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  winners: readonly CommitInput[],
): Promise<void> {
  const within = inTransaction(transaction);
  for (const [queue, jobs] of Object.entries(jobsOf(winners))) {
    if (jobs.length > 0) await boss.insert(queue, jobs, within);
  }
  for (const { job } of winners) {
    if (job !== undefined) await boss.complete(job.queue, job, null, within);
  }
}

/** The job of one attempt at an effect; calls with one order key are performed in their order. */
export function effectJob(
  effect: Effect,
  data: EffectJob,
): { readonly queue: QueueName; readonly job: JobInsert } {
  const id = derivedId('effect', data.effectId, String(data.attempt));
  if (effect.kind === 'call') {
    return { queue: 'effects-in-order', job: { id, data, singletonKey: effect.orderKey } };
  }
  return { queue: 'effects', job: { id, data } };
}

/** The wake of a work order at an instant; sent twice it is one job. */
export function wakeJob(data: WakeJob): JobInsert {
  return { id: derivedId('wake', data.workOrderId, data.dueAt), data, startAfter: data.dueAt };
}

function jobsOf(winners: readonly CommitInput[]): Readonly<Partial<Record<QueueName, JobInsert[]>>> {
  const jobs: { [Name in QueueName]?: JobInsert[] } = { effects: [], 'effects-in-order': [], wakes: [] };
  for (const input of winners) {
    if (input.decision.kind === 'refused') continue;
    const { tenant, workOrderId } = input;
    for (const { effect } of effectRows(input, input.decision)) {
      const { queue, job } = effectJob(effect, { tenant, workOrderId, effectId: effect.id, attempt: 1 });
      jobs[queue]?.push(job);
    }
    const dueAt = earlierDue(input);
    if (dueAt !== undefined) jobs.wakes?.push(wakeJob({ tenant, workOrderId, dueAt }));
  }
  return jobs;
}

// A wake that is still ahead stays: at its instant it finds nothing due and sends the next. One that has
// passed is
// being worked off by this decision, or was, so the next one is sent here.
function earlierDue({ standing, before, at }: CommitInput): string | undefined {
  const dueAt = standing?.nextDueAt;
  const awaited = before?.nextDueAt;
  if (dueAt === undefined) return undefined;
  return awaited === undefined || dueAt < awaited || awaited <= at ? dueAt : undefined;
}
