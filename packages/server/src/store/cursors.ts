import type { Cursor } from '@paidan/connectors';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { ListenerId } from './held-events.ts';
import type { Tables } from './tables.ts';

/** How far a listener has read, and how often in a row it could not. */
export interface KeptCursor {
  readonly cursor?: Cursor;
  readonly failures: number;
}

export async function readCursor(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
): Promise<KeptCursor> {
  const row = await kysely
    .selectFrom('cursors')
    .select(['cursor', 'failures'])
    .where('tenant', '=', tenant)
    .where('listener_id', '=', listenerId)
    .executeTakeFirst();
  const { cursor = null, failures = 0 } = row ?? {};
  return cursor === null ? { failures } : { cursor: JSON.parse(cursor), failures };
}

export async function writeCursor(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
  { cursor, failures, at }: KeptCursor & { readonly at: Instant },
): Promise<void> {
  const row = { cursor: cursor === undefined ? null : JSON.stringify(cursor), failures, polled_at: at };
  await kysely
    .insertInto('cursors')
    .values({ tenant, listener_id: listenerId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'listener_id']).doUpdateSet(row))
    .execute();
}
