import type { Instant } from '@paidan/engine/time';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** How a pool was looked at last: the heartbeat of a tick that decided nothing. */
export interface PoolRefresh {
  readonly slotAt: Instant;
  readonly refreshedAt: Instant;
  readonly tookMs: number;
  /** Instants of the grid that went by without a refresh of their own, ever. */
  readonly missed: number;
}

export interface PoolId {
  readonly tenant: string;
  readonly pool: string;
}

/** Adds to `missed`, replaces the rest. */
export async function recordRefresh(
  kysely: Kysely<Tables>,
  { tenant, pool }: PoolId,
  { slotAt, refreshedAt, tookMs, missed }: PoolRefresh,
): Promise<void> {
  const row = { slot_at: slotAt, refreshed_at: refreshedAt, took_ms: tookMs };
  await kysely
    .insertInto('pool_refreshes')
    .values({ tenant, pool, ...row, missed })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'pool'])
        .doUpdateSet({ ...row, missed: sql`pool_refreshes.missed + ${missed}` }),
    )
    .execute();
}

export async function lastRefresh(
  kysely: Kysely<Tables>,
  { tenant, pool }: PoolId,
): Promise<PoolRefresh | undefined> {
  const row = await kysely
    .selectFrom('pool_refreshes')
    .select(['slot_at as slotAt', 'refreshed_at as refreshedAt', 'took_ms as tookMs', 'missed'])
    .where('tenant', '=', tenant)
    .where('pool', '=', pool)
    .executeTakeFirst();
  return row;
}
