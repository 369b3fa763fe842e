import type { Instant } from '@paidan/engine/time';
import type { Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { derivedId } from './derived-id.ts';
import { inTransaction } from './queue.ts';
import type { Tables } from './tables.ts';

/** A look at everything that waits for a pool: at an instant of the grid, or because a place became free. */
export interface RefreshJob {
  readonly tenant: string;
  readonly pool: string;
  /** The instant of the grid, in ISO 8601. */
  readonly slotAt?: Instant;
  /** What made a place free: the same cause is one look. */
  readonly cause?: string;
}

/** How far the instants of the grid lie apart; whole multiples since 1970, so that they never drift. */
export const refreshEveryMs = 30_000;

/** The first instant of the grid after this one. */
export function nextSlot(at: Instant): Instant {
  return new Date((Math.floor(Date.parse(at) / refreshEveryMs) + 1) * refreshEveryMs).toISOString();
}

/** Sends a look; at most one of a pool is under way, and one instant is one job whoever sends it. */
export async function sendRefresh(
  boss: PgBoss,
  data: RefreshJob,
  transaction?: Transaction<Tables>,
): Promise<void> {
  const { tenant, pool, slotAt, cause = '' } = data;
  const id = derivedId('refresh-pool', tenant, pool, slotAt ?? cause);
  const when = slotAt === undefined ? {} : { startAfter: slotAt };
  const job = { id, data, singletonKey: derivedId('pool', tenant, pool), ...when };
  await boss.insert('plans', [job], transaction && inTransaction(transaction));
}
