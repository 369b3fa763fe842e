import type { Actor, Entry } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** One decision as it was written down. */
export interface JournalRow {
  readonly workOrderId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly event: JsonObject & { readonly kind: string };
  readonly entries: readonly Entry[];
  readonly hash: string;
}

/** The journal of work orders, each in order of seq. */
export async function journalOf(
  kysely: Kysely<Tables>,
  { tenant, workOrderIds }: { readonly tenant: string; readonly workOrderIds: readonly string[] },
): Promise<readonly JournalRow[]> {
  if (workOrderIds.length === 0) return [];
  const rows = await kysely
    .selectFrom('journal')
    .select(['work_order_id', 'seq', 'at', 'actor', 'event', 'entries', 'hash'])
    .where('tenant', '=', tenant)
    .where('work_order_id', 'in', [...workOrderIds])
    .orderBy('work_order_id')
    .orderBy('seq')
    .execute();
  return rows.map(({ work_order_id, actor, event, entries, ...row }) => ({
    ...row,
    workOrderId: work_order_id,
    actor: JSON.parse(actor),
    event: JSON.parse(event),
    entries: JSON.parse(entries),
  }));
}

/** A place between two rows of the feed: every row up to it has been read, none after it. */
export interface FeedPlace {
  readonly xid: string;
  readonly position: number;
}

export interface FeedRow extends FeedPlace {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly seq: number;
  readonly at: Instant;
}

/**
 * Committed rows in one order for every reader. Rows of a transaction that may still be running, and all after it, wait:
 * so nothing that commits late is skipped, and nothing is read twice.
 */
export async function feedAfter(
  kysely: Kysely<Tables>,
  place: FeedPlace,
  limit = 500,
): Promise<readonly FeedRow[]> {
  return await kysely
    .selectFrom('journal')
    .select(['tenant', 'work_order_id as workOrderId', 'seq', 'at', 'position'])
    .select(sql<string>`xid::text`.as('xid'))
    .where(sql<boolean>`(xid, position) > (${place.xid}::xid8, ${place.position}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy(sql`journal.xid`)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The end of the feed: what commits from now on comes after it. */
export async function feedEnd(kysely: Kysely<Tables>): Promise<FeedPlace> {
  const { xid } = await kysely
    .selectNoFrom(sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('xid'))
    .executeTakeFirstOrThrow();
  // Positions begin at 1, so 0 stands before every row of that transaction.
  return { xid, position: 0 };
}
