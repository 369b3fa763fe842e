import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { ListenerId } from './held-events.ts';
import type { Tables } from './tables.ts';

/** Notes that an event was missed when it happened, and found by asking. */
export async function recordHealed(
  kysely: Kysely<Tables>,
  { tenant, listenerId }: ListenerId,
  healed: { readonly eventId: string; readonly workOrderId: string; readonly at: Instant },
): Promise<void> {
  const { eventId, workOrderId, at } = healed;
  await kysely
    .insertInto('healed_events')
    .values({ tenant, listener_id: listenerId, event_id: eventId, work_order_id: workOrderId, healed_at: at })
    .onConflict((conflict) => conflict.columns(['tenant', 'listener_id', 'event_id']).doNothing())
    .execute();
}

/** Open work orders of a workflow that stand at a step, in order of id. */
export async function workOrdersAt(
  kysely: Kysely<Tables>,
  asked: { readonly tenant: string; readonly workflowId: string; readonly step: string },
): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('work_orders')
    .select('id')
    .where('tenant', '=', asked.tenant)
    .where('workflow_id', '=', asked.workflowId)
    .where('status', '=', 'open')
    .where(({ eb, val, ref }) => eb(ref('steps'), '@>', val([asked.step])))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
