import type { Known } from '@paidan/connectors';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface ListenerKey {
  readonly tenant: string;
  readonly listenerId: string;
  readonly key: string;
}

/** What is known of the watched fields of one thing, as text to compare; absent before it was heard of. */
export async function readKnown(
  kysely: Kysely<Tables>,
  { tenant, listenerId, key }: ListenerKey,
): Promise<{ readonly known: Known; readonly text?: string }> {
  const row = await kysely
    .selectFrom('listener_rows')
    .select('fingerprint')
    .where('tenant', '=', tenant)
    .where('listener_id', '=', listenerId)
    .where('row_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? { known: {} } : { known: JSON.parse(row.fingerprint), text: row.fingerprint };
}

/** Writes what is known now, if nobody wrote since it was read; says whether it did. */
export async function writeKnown(
  kysely: Kysely<Tables>,
  { tenant, listenerId, key }: ListenerKey,
  { before, known, at }: { readonly before?: string; readonly known: Known; readonly at: Instant },
): Promise<boolean> {
  const fingerprint = JSON.stringify(known);
  if (before === undefined) {
    const inserted = await kysely
      .insertInto('listener_rows')
      .values({ tenant, listener_id: listenerId, row_key: key, fingerprint, seen_at: at })
      .onConflict((conflict) => conflict.columns(['tenant', 'listener_id', 'row_key']).doNothing())
      .returning('row_key')
      .executeTakeFirst();
    return inserted !== undefined;
  }
  const updated = await kysely
    .updateTable('listener_rows')
    .set({ fingerprint, seen_at: at })
    .where('tenant', '=', tenant)
    .where('listener_id', '=', listenerId)
    .where('row_key', '=', key)
    .where('fingerprint', '=', before)
    .returning('row_key')
    .executeTakeFirst();
  return updated !== undefined;
}
