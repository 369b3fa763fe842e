import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { type WakeJob, wakeJob } from './commit-jobs.ts';
import { inTransaction } from './queue.ts';
import type { Tables } from './tables.ts';
import { inOneTransaction } from './transaction.ts';

/** A wake this process has taken on. */
export interface TakenWake {
  readonly id: string;
  readonly retryCount: number;
  readonly data: WakeJob;
}

const sweepSize = 1000;

/** Wakes whose instant has come by the database's clock. */
export async function fetchWakes(boss: PgBoss, most: number): Promise<readonly TakenWake[]> {
  const jobs = await boss.fetch<WakeJob>('wakes', { batchSize: most, includeMetadata: true });
  return jobs.map(({ id, retryCount, data }) => ({ id, retryCount, data }));
}

/** Completes a wake and sends the next one, together. */
export async function settleWake(
  kysely: Kysely<Tables>,
  boss: PgBoss,
  { wake, next }: { readonly wake: TakenWake; readonly next: Instant | undefined },
): Promise<void> {
  await inOneTransaction(kysely, async (transaction) => {
    const within = inTransaction(transaction);
    if (next !== undefined) await boss.insert('wakes', [wakeJob({ ...wake.data, dueAt: next })], within);
    await boss.complete('wakes', wake, null, within);
  });
}

/** Sends the wake of every work order that waits for an instant; those that are there stay one job. */
export async function sendMissingWakes(kysely: Kysely<Tables>, boss: PgBoss): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await kysely
      .selectFrom('work_orders')
      .select(['tenant', 'id', 'next_due_at'])
      .where('next_due_at', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(sweepSize)
      .execute();
    const jobs = rows.flatMap(({ tenant, id, next_due_at }) =>
      next_due_at === null ? [] : [wakeJob({ tenant, workOrderId: id, dueAt: next_due_at })],
    );
    if (jobs.length > 0) await boss.insert('wakes', jobs);
    const last = rows.at(-1);
    if (last === undefined || rows.length < sweepSize) return;
    after = last.id;
  }
}
