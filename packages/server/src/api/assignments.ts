import { may } from '../gate/may.ts';
import type { EventWithoutEnvelope, StoredWorkOrder } from '../host/host.ts';
import { override } from '../host/override.ts';
import { workOrdersOf } from '../store/listed-work-orders.ts';
import { offeredWorkOrders } from '../store/offered-work-orders.ts';
import { actorOf } from './api-ports.ts';
import { done, type Handlers, type PersonCall } from './call.ts';
import { explainNow, explainRecord, rankingOf } from './explain-routing.ts';
import { type FoundOrder, findOrder } from './found-order.ts';
import { namesOf } from './names.ts';
import { poolsOf } from './pools.ts';
import { refuse } from './problem.ts';
import { tell } from './show-order.ts';

/** Pools, candidates with reasons, picks by hand, and answers to offers. */
export const assignmentHandlers = {
  pools: async (call) => done(await poolsOf(call)),
  pool: async (call) => {
    const found = (await poolsOf(call)).find(({ id }) => id === call.params['id']);
    return found === undefined ? refuse('gate/not-found') : done(found);
  },
  ranking: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { workflow } = found.order.version.compiled;
    // The input holds where people live; only who may pick by hand reads it.
    if (may(call.asker, { kind: 'override', workflow }) !== 'yes') return refuse('gate/not-permitted');
    const ranking = await rankingOf(call, found.order);
    return ranking === undefined ? refuse('gate/not-found') : done(ranking);
  },
  explanation: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { record, assignee } = call.query;
    const asked = { order: found.order, ...(assignee === undefined ? {} : { assignee }) };
    const explained =
      record === undefined ? await explainNow(call, asked) : await explainRecord(call, { ...asked, record });
    return explained === undefined ? refuse('gate/not-found') : done(explained);
  },
  override: async (call) => {
    const { ports, person, body, command } = call;
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { workOrderId } = found.order.snapshot;
    const { assignee, reason, note, secondApprover } = body;
    const answered = await override(ports, {
      ...{ tenant: person.tenant, workOrderId, assigneeId: assignee, reason, command },
      actor: actorOf(person),
      ...(note === undefined ? {} : { note }),
      ...(secondApprover === undefined ? {} : { secondApprover }),
    });
    return tell(call, answered);
  },
  acceptOffer: async (call) => {
    const { token } = call.body;
    return answer(call, (step, offer) => ({ kind: 'accepted', step, offer, token }));
  },
  declineOffer: async (call) => {
    const { token, reason } = call.body;
    return answer(call, (step, offer) => ({ kind: 'declined', step, offer, token, reason }));
  },
  seeOffer: async (call) => {
    const found = await offerOf(call);
    if (found.kind !== 'found') return found;
    const { order, step, offer } = found;
    // That somebody has looked is noted by the host itself, which alone may say so.
    const seenBy = { id: 'system', name: call.person.name, roles: [] };
    const sent = await call.ports.host.send(
      order.snapshot.workOrderId,
      { kind: 'seen', step, offer },
      seenBy,
      call.command,
    );
    return tell(call, sent);
  },
  myOffers: async (call) => {
    const { ports, person } = call;
    const mine = await offeredWorkOrders(ports.kysely, person);
    const orders = await workOrdersOf(ports.kysely, { tenant: person.tenant, ids: mine });
    const names = await namesOf(ports, person.tenant);
    return done(
      orders.flatMap(({ snapshot }) =>
        Object.entries(snapshot.work).flatMap(([stepId, { route }]) =>
          Object.entries(route?.offers ?? {})
            .filter(([, { assignee, state }]) => assignee.id === person.id && state === 'offered')
            .map(([id, { leaseUntil, score }]) => ({
              ...{ id, stepId, token: route?.token ?? 0, leaseUntil, score: score ?? null },
              ...{
                workOrderId: snapshot.workOrderId,
                number: snapshot.number,
                name: names[person.id] ?? person.name,
              },
            })),
        ),
      ),
    );
  },
} satisfies Partial<Handlers>;

type FoundOffer =
  | { readonly kind: 'found'; readonly order: StoredWorkOrder; readonly step: string; readonly offer: string }
  | Exclude<FoundOrder, { readonly kind: 'found' }>;

/** An offer to whoever asks; somebody else's is not there. */
async function offerOf(call: PersonCall): Promise<FoundOffer> {
  const offer = call.params['id'] ?? '';
  const { person } = call;
  const ids = await offeredWorkOrders(call.ports.kysely, person, offer);
  for (const id of ids) {
    const found = await findOrder(call, id);
    if (found.kind !== 'found') continue;
    const steps = Object.entries(found.order.snapshot.work);
    const step = steps.find(([, { route }]) => route?.offers[offer]?.assignee.id === person.id)?.[0];
    if (step !== undefined) return { kind: 'found', order: found.order, step, offer };
  }
  return refuse('gate/not-found');
}

async function answer(call: PersonCall, event: (step: string, offer: string) => EventWithoutEnvelope) {
  const found = await offerOf(call);
  if (found.kind !== 'found') return found;
  const { workOrderId } = found.order.snapshot;
  const { host } = call.ports;
  const sent = event(found.step, found.offer);
  return tell(call, await host.send(workOrderId, sent, actorOf(call.person), call.command));
}
