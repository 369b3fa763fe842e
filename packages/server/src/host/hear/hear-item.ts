import { type Change, deliver, detectChange, type HeardEvent, matchWorkOrder } from '@paidan/connectors';
import { systemActor } from '@paidan/engine';
import { type Json, type JsonObject, readOwn, WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import { derivedId } from '../../store/derived-id.ts';
import { holdEvent } from '../../store/held-events.ts';
import { openIncident } from '../../store/incidents.ts';
import { type ListenerKey, readKnown, writeKnown } from '../../store/listener-rows.ts';
import { matchedWorkOrders } from '../../store/matched-work-orders.ts';
import type { Tables } from '../../store/tables.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import type { Answer } from '../host.ts';
import { type HearPorts, type ListenerInForce, switchedOnAt } from './heard-listener.ts';

/** What a thing that changed has come to. `raised` names the events that this call sent and nobody sent before. */
export interface HeardItem {
  readonly raised: readonly { readonly eventId: string; readonly workOrderId: string }[];
}

const triesAtOnce = 5;
const outdatedCode = 'listener/row-changed';

/**
 * Hears one changed thing, however it became known: by push, by poll, or by asking. All of them meet in one row, whose
 * change is committed with the event; what is heard twice is raised once (S40).
 */
export async function hearItem(
  ports: HearPorts,
  heard: ListenerInForce,
  payload: { readonly item: Json; readonly output?: Json },
): Promise<HeardItem> {
  const key = keyOf(heard, payload);
  if (key === undefined) return { raised: [] };
  const full = await withRead(ports, heard, payload);
  for (let attempt = 0; attempt < triesAtOnce; attempt += 1) {
    const result = await hearOnce(ports, heard, { key, payload: full });
    if (result !== undefined) return result;
  }
  throw new WorkflowFault(outdatedCode, `${heard.id} ${key} keeps changing`, 'retry');
}

interface Hearing {
  readonly key: ListenerKey;
  readonly payload: { readonly item: Json; readonly output?: Json };
}

async function hearOnce(
  ports: HearPorts,
  heard: ListenerInForce,
  { key, payload }: Hearing,
): Promise<HeardItem | undefined> {
  const at = ports.host.now();
  const before = await readKnown(ports.kysely, key);
  const options = { since: await switchedOnAt(ports.kysely, heard), at };
  const first = detectChange(heard, before.known, payload, options);
  // Nothing says which came later: what was just heard is the newest reading there is.
  const change = first.readAgain
    ? detectChange(heard, before.known, payload, { ...options, fresh: true })
    : first;
  const row = { known: change.known, at, ...(before.text === undefined ? {} : { before: before.text }) };
  const isSame = before.text === JSON.stringify(change.known);
  const keep = async (kysely: Kysely<Tables>) => {
    if (!isSame && !(await writeKnown(kysely, key, row))) throw outdated();
  };
  try {
    return await raise(ports, heard, { change, keep, at });
  } catch (error) {
    if (error instanceof WorkflowFault && error.code === outdatedCode) return undefined;
    throw error;
  }
}

interface Raising {
  readonly change: Change;
  /** Writes the row; in the transaction of the last event, so that none can be known and unsent. */
  readonly keep: (kysely: Kysely<Tables>) => Promise<void>;
  readonly at: Instant;
}

async function raise(
  ports: HearPorts,
  heard: ListenerInForce,
  { change, keep, at }: Raising,
): Promise<HeardItem> {
  const raised: { eventId: string; workOrderId: string }[] = [];
  const sends: { event: HeardEvent; workOrderId: string }[] = [];
  const kept: HeardEvent[] = [];
  for (const event of change.events) {
    const found = await workOrdersOf(ports, heard, event);
    const act = matchWorkOrder(heard.listener, found.length);
    if (act === 'send') sends.push(...found.map((workOrderId) => ({ event, workOrderId })));
    if (act === 'hold') kept.push(event);
    if (act === 'issue') await reportUnmatched(ports, heard, { event, found, at });
  }
  const finish = async (transaction: Kysely<Tables>) => {
    for (const event of kept) {
      await holdEvent(transaction, { tenant: heard.tenant, listenerId: heard.id }, { event, at });
    }
    await keep(transaction);
  };
  for (const [index, { event, workOrderId }] of sends.entries()) {
    const isLast = index === sends.length - 1;
    const answer = await sendHeard(ports, heard, { event, workOrderId, ...(isLast ? { finish } : {}) });
    if (answer.kind === 'done' && !answer.replayed) raised.push({ eventId: event.id, workOrderId });
    // Known already: the row was not written with it.
    if (isLast && 'replayed' in answer && answer.replayed) await inOneTransaction(ports.kysely, finish);
  }
  if (sends.length === 0) await inOneTransaction(ports.kysely, finish);
  return { raised };
}

export function workOrdersOf(
  { kysely }: HearPorts,
  { tenant, version }: ListenerInForce,
  { matches }: HeardEvent,
): Promise<readonly string[]> {
  return matchedWorkOrders(kysely, { tenant, workflowId: version.workflowId, matches });
}

export interface SendingHeard {
  readonly event: HeardEvent;
  readonly workOrderId: string;
  readonly finish?: (transaction: Kysely<Tables>) => Promise<void>;
}

/** The event's own id is the command's: sent again, it is the same. */
export function sendHeard(
  { host }: HearPorts,
  { tenant, id }: ListenerInForce,
  { event, workOrderId, finish }: SendingHeard,
): Promise<Answer> {
  const { payload } = event;
  return host.sendFrom({
    ...{ tenant, workOrderId, commandId: event.id, fingerprint: event.id, actor: systemActor },
    event: { kind: 'heard', listener: id, event: event.event, deliveryId: event.id, payload },
    ...(finish === undefined ? {} : { alongside: finish }),
  });
}

async function reportUnmatched(
  { kysely }: HearPorts,
  { tenant, id }: ListenerInForce,
  {
    event,
    found,
    at,
  }: { readonly event: HeardEvent; readonly found: readonly string[]; readonly at: Instant },
): Promise<void> {
  const cause: JsonObject = { listener: id, event: event.event, matches: event.matches, found };
  await openIncident(kysely, { id: `listener/${tenant}/${event.id}`, tenant, kind: 'listener', cause, at });
}

function keyOf(
  { tenant, id, listener }: ListenerInForce,
  payload: Hearing['payload'],
): ListenerKey | undefined {
  const found = listener.key.split('.').reduce<Json | undefined>(readOwn, { ...payload });
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  return { tenant, listenerId: id, key: String(found) };
}

/** A push is a hint where the listener reads: what counts is the answer of the system itself. */
async function withRead(
  { outside }: HearPorts,
  { tenant, version, listener }: ListenerInForce,
  payload: Hearing['payload'],
): Promise<Hearing['payload']> {
  if (listener.read === undefined || payload.output !== undefined) return payload;
  const name = listener.key.split('.').at(-1) ?? '';
  const key = listener.key.split('.').reduce<Json | undefined>(readOwn, { ...payload });
  const operation = `${listener.connection}.${listener.read}`;
  const request = { [name]: key ?? null };
  const id = derivedId('read', tenant, operation, JSON.stringify(request));
  const outcome = await deliver({ id, operation, request }, outside(version, { tenant }));
  if (outcome.kind === 'succeeded') return { ...payload, output: outcome.output };
  throw new WorkflowFault('listener/not-read', `${operation} did not answer`, 'retry');
}

// Thrown inside the transaction, so that neither event nor row is written.
function outdated(): WorkflowFault {
  return new WorkflowFault(outdatedCode, 'the row has changed since it was read', 'retry');
}
