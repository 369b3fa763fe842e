import type { Effect } from '@paidan/engine';
import type { Json } from '@paidan/engine/issue';
import type { Kysely, Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { effectJob } from './commit-jobs.ts';
import { inTransaction } from './queue.ts';
import type { Tables } from './tables.ts';

/** An effect as a worker finds it. */
export interface StoredEffect {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly effect: Effect;
  readonly status: 'asked' | 'running' | 'waiting' | 'settled' | 'held';
  readonly attempt: number;
  /** What the attempt before left for the next one. */
  readonly delivery?: Json;
}

export async function readEffect(kysely: Kysely<Tables>, id: string): Promise<StoredEffect | undefined> {
  const row = await kysely
    .selectFrom('effects')
    .select(['tenant', 'work_order_id', 'effect', 'status', 'attempt', 'delivery'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { tenant, work_order_id: workOrderId, status, attempt, delivery } = row;
  const effect: Effect = JSON.parse(row.effect);
  const kept = delivery === null ? {} : { delivery: JSON.parse(delivery) };
  return { tenant, workOrderId, effect, status, attempt, ...kept };
}

/** Notes before the first byte leaves that this attempt is under way: a crash in between is then known, never silent. */
export async function markRunning(kysely: Kysely<Tables>, id: string, attempt: number): Promise<void> {
  await kysely.updateTable('effects').set({ status: 'running', attempt }).where('id', '=', id).execute();
}

export interface NextAttempt {
  readonly stored: StoredEffect;
  readonly attempt: number;
  readonly delivery: Json;
  readonly dueAt: string;
}

/** Keeps where the attempts stand and sends the job of the next one, in the caller's transaction. */
export async function keepNextAttempt(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  { stored, attempt, delivery, dueAt }: NextAttempt,
): Promise<void> {
  const { tenant, workOrderId, effect } = stored;
  await transaction
    .updateTable('effects')
    .set({ status: 'waiting', delivery: JSON.stringify(delivery), next_at: dueAt })
    .where('id', '=', effect.id)
    .execute();
  const { queue, job } = effectJob(effect, { tenant, workOrderId, effectId: effect.id, attempt });
  await boss.insert(queue, [{ ...job, startAfter: dueAt }], inTransaction(transaction));
}
