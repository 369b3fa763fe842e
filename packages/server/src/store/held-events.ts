import type { HeardEvent } from '@paidan/connectors';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface ListenerId {
  readonly tenant: string;
  readonly listenerId: string;
}

/** Keeps an event until its work order is there. */
export async function holdEvent(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
  { event, at }: { readonly event: HeardEvent; readonly at: Instant },
): Promise<void> {
  const row = {
    tenant,
    listener_id: listenerId,
    event_id: event.id,
    event: JSON.stringify(event),
    held_at: at,
  };
  await kysely
    .insertInto('held_events')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'listener_id', 'event_id']).doNothing())
    .execute();
}

/** Oldest first. */
export async function heldEvents(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
): Promise<readonly HeardEvent[]> {
  const rows = await kysely
    .selectFrom('held_events')
    .select('event')
    .where('tenant', '=', tenant)
    .where('listener_id', '=', listenerId)
    .orderBy('held_at')
    .orderBy('event_id')
    .execute();
  return rows.map(({ event }) => JSON.parse(event));
}

export async function releaseEvent(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
  eventId: string,
): Promise<void> {
  await kysely
    .deleteFrom('held_events')
    .where('tenant', '=', tenant)
    .where('listener_id', '=', listenerId)
    .where('event_id', '=', eventId)
    .execute();
}
