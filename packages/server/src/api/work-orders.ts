import { availableEvents } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import { may } from '../gate/may.ts';
import { timelineOf, visibleEntry } from '../journal/timeline/timeline.ts';
import { journalOf } from '../store/journal-rows.ts';
import { actorOf } from './api-ports.ts';
import { offeredBody } from './because.ts';
import { type BodyOf, done, type Handlers, type PersonCall } from './call.ts';
import { findOrder } from './found-order.ts';
import { listOf } from './list-work-orders.ts';
import { namesOf } from './names.ts';
import { issueBody, refuse } from './problem.ts';
import { sendableEvent } from './sendable-event.ts';
import { showOrder, tell } from './show-order.ts';

type Start = PersonCall<BodyOf<'startWorkOrder'>>;

/** List, read, start, send an event; what may be sent; the journal and the time line. */
export const workOrderHandlers = {
  workOrders: listOf,
  workOrder: (call) => showOrder(call, call.params['id'] ?? ''),
  startWorkOrder: async (call) => {
    const refused = await mayStart(call);
    if (refused !== undefined) return refused;
    return tell(call, await call.ports.host.start(startOf(call), call.command), 201);
  },
  checkWorkOrder: async (call) => {
    const refused = await mayStart(call);
    if (refused !== undefined) return refused;
    const { issues, evaluation } = await call.ports.host.check(startOf(call), call.person.tenant);
    return done({ issues: issues.map(issueBody), evaluation });
  },
  sendEvent: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const names = () => namesOf(call.ports, call.person.tenant);
    const sent = await sendableEvent({ ...call.body }, async (id) => (await names())[id]);
    if (sent.kind !== 'sendable') return sent;
    const { host } = call.ports;
    const { workOrderId } = found.order.snapshot;
    return tell(call, await host.send(workOrderId, sent.event, actorOf(call.person), call.command));
  },
  available: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { version, snapshot } = found.order;
    const offered = availableEvents(version.compiled, snapshot, actorOf(call.person));
    return done(offered.map((one) => offeredBody(one, version.compiled.workflow)));
  },
  journal: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { tenant, roles } = call.person;
    const { workflow } = found.order.version.compiled;
    const rows = await rowsOf(call, found.order.snapshot.workOrderId);
    const reader = { workflow, roles, names: await namesOf(call.ports, tenant) };
    return done(
      rows.map(({ seq, at, actor, event, entries, hash }) => ({
        ...{ seq, at, hash, actor: { id: actor.id, name: actor.name } },
        event: withoutValues(event),
        entries: entries.map((entry) => visibleEntry(entry, reader)),
      })),
    );
  },
  timeline: async (call) => {
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { tenant, roles } = call.person;
    const { workflow } = found.order.version.compiled;
    const rows = await rowsOf(call, found.order.snapshot.workOrderId);
    return done(timelineOf(rows, { workflow, roles, names: await namesOf(call.ports, tenant) }));
  },
} satisfies Partial<Handlers>;

async function mayStart(call: Start) {
  const { asker, body, ports, person } = call;
  const version = await ports.host.version(person.tenant, body.workflow);
  if (version === undefined) return refuse('gate/not-found');
  const { workflow } = version.compiled;
  return may(asker, { kind: 'start', workflow }) === 'yes' ? undefined : refuse('gate/not-permitted');
}

function startOf({ body, person }: Start) {
  const { workflow, ...submission } = body;
  return { workflowId: workflow, actor: actorOf(person), submission: { channel: 'api', ...submission } };
}

function rowsOf({ ports, person }: PersonCall, workOrderId: string) {
  return journalOf(ports.kysely, { tenant: person.tenant, workOrderIds: [workOrderId] });
}

const withValues: readonly string[] = [
  ...['values', 'was', 'payload', 'lookups', 'outcome', 'input', 'record', 'submission', 'offers'],
];

// What an event brought stands in the entries, where each value is cut to the reader's rights.
function withoutValues(event: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(event).filter(([key]) => !withValues.includes(key)));
}
