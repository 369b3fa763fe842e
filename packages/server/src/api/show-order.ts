import type { Issue } from '@paidan/engine/issue';
import type { Answer, Person, StoredWorkOrder } from '../host/host.ts';
import { journalOf } from '../store/journal-rows.ts';
import { linkedWorkOrders } from '../store/listed-work-orders.ts';
import { done, type PersonCall, type Reply } from './call.ts';
import { findOrder } from './found-order.ts';
import { refuse, refuseWith } from './problem.ts';
import { type View, workOrderView } from './work-order-view.ts';

/** The work order as the asker sees it, with its seq as `ETag`. */
export async function showOrder(
  call: PersonCall,
  workOrderId: string,
  status: 200 | 201 = 200,
): Promise<Reply<View>> {
  const found = await findOrder(call, workOrderId);
  if (found.kind !== 'found') return found;
  const view = await viewOf(call, found.order, call.person);
  const location = status === 201 ? { Location: `/api/work-orders/${workOrderId}` } : {};
  return done(view, { status, headers: { ETag: `"${view.seq}"`, ...location } });
}

async function viewOf({ ports }: PersonCall, order: StoredWorkOrder, person: Person): Promise<View> {
  const { tenant, snapshot } = order;
  const { workOrderId } = snapshot;
  const [journal, linked] = await Promise.all([
    journalOf(ports.kysely, { tenant, workOrderIds: [workOrderId] }),
    linkedWorkOrders(ports.kysely, { tenant, workOrderId }),
  ]);
  return workOrderView({ order, person, now: ports.host.now(), journal, linked });
}

/** What the host answered, over HTTP: the work order as it stands now, or why nothing changed. */
export async function tell(call: PersonCall, answer: Answer, status: 200 | 201 = 200): Promise<Reply<View>> {
  switch (answer.kind) {
    case 'done':
      return replayed(await showOrder(call, answer.workOrderId, status), answer.replayed);
    case 'refused':
      return refuseWith(answer.issues satisfies readonly Issue[]);
    case 'unknown-work-order':
    case 'unknown-workflow':
      return refuse('gate/not-found');
    case 'command-id-reused':
      return refuse('request/command-id-reused');
  }
}

function replayed(reply: Reply<View>, isReplayed: boolean): Reply<View> {
  if (reply.kind !== 'done' || !isReplayed) return reply;
  return { ...reply, headers: { ...reply.headers, 'Idempotency-Replayed': 'true' } };
}
