import { type Cursor, deliver, type Poll, pageRequest, readPage } from '@paidan/connectors';
import { hearItem, sendHeard, workOrdersOf } from '../host/hear/hear-item.ts';
import { type ListenerInForce, listenersInForce, switchedOnAt } from '../host/hear/heard-listener.ts';
import type { FinishedJob } from '../store/commit-input.ts';
import { readCursor, writeCursor } from '../store/cursors.ts';
import { derivedId } from '../store/derived-id.ts';
import { heldEvents, releaseEvent } from '../store/held-events.ts';
import { openIncident } from '../store/incidents.ts';
import { type ListenJob, sendTurn, slotAfter } from '../store/listen-jobs.ts';
import type { JobPorts } from './job-ports.ts';
import { reconcileListener } from './reconcile-listener.ts';

/** Failures in a row after which a person is told. */
const failuresBeforeAlarm = 3;

/**
 * One turn of a listener on its grid: what changed is read page by page and heard as a push is; the cursor moves when a
 * page's changes are committed, so that a crash reads a page again and raises nothing twice.
 */
export async function takeTurn(ports: JobPorts, data: ListenJob, job: FinishedJob): Promise<void> {
  const { tenant, workflowId, listenerId } = data;
  const all = await listenersInForce(ports);
  const heard = all.find(
    (one) => one.tenant === tenant && one.version.workflowId === workflowId && one.id === listenerId,
  );
  if (heard !== undefined) {
    await sendNext(ports, heard, data);
    await sendHeld(ports, heard);
    if (data.kind === 'reconcile') await reconcileListener(ports, heard);
    else await poll(ports, heard);
  }
  await ports.boss.complete(job.queue, job.id);
}

/** Sends the next turn of every listener in force; those that are there stay one job. */
export async function sendNextTurns(ports: JobPorts): Promise<void> {
  const at = ports.host.now();
  for (const heard of await listenersInForce(ports)) {
    for (const kind of ['poll', 'reconcile'] as const) {
      await sendNext(ports, heard, { kind, slotAt: at });
    }
  }
}

async function sendNext(
  { boss, host }: JobPorts,
  { tenant, version, id, listener }: ListenerInForce,
  { kind, slotAt }: Pick<ListenJob, 'kind' | 'slotAt'>,
): Promise<void> {
  const everyMs = kind === 'poll' ? listener.by.poll?.everyMs : listener.reconcile?.everyMs;
  if (everyMs === undefined) return;
  const now = host.now();
  const next = slotAfter(slotAt > now ? slotAt : now, Math.max(1000, everyMs));
  const { workflowId } = version;
  await sendTurn(boss, { kind, tenant, workflowId, listenerId: id, slotAt: next });
}

/** Events that came before their work order. */
async function sendHeld(ports: JobPorts, heard: ListenerInForce): Promise<void> {
  const which = { tenant: heard.tenant, listenerId: heard.id };
  for (const event of await heldEvents(ports.kysely, which)) {
    const [workOrderId, another] = await workOrdersOf(ports, heard, event);
    if (workOrderId === undefined || another !== undefined) continue;
    await sendHeard(ports, heard, { event, workOrderId });
    await releaseEvent(ports.kysely, which, event.id);
  }
}

async function poll(ports: JobPorts, heard: ListenerInForce): Promise<void> {
  const { kysely, host } = ports;
  const settings = heard.listener.by.poll;
  if (settings === undefined) return;
  const which = { tenant: heard.tenant, listenerId: heard.id };
  const { cursor, failures } = await readCursor(kysely, which);
  const start: Cursor = cursor ?? { instant: await switchedOnAt(kysely, heard), id: '' };
  let place = { reached: start, kept: start };
  for (let page: 'first' | 'further' = 'first'; ; page = 'further') {
    const output = await readOnePage(ports, heard, { settings, cursor: place.reached, page });
    const at = host.now();
    if (output === undefined) {
      await writeCursor(kysely, which, { cursor: place.kept, failures: failures + 1, at });
      return alarm(ports, heard, failures + 1);
    }
    const read = readPage(settings, place, { output, at, page, ...zoneOf(heard) });
    for (const item of read.items) await hearItem(ports, heard, { item });
    await writeCursor(kysely, which, { cursor: read.kept, failures: 0, at });
    place = read;
    if (!read.more) return;
  }
}

interface Page {
  readonly settings: Poll;
  readonly cursor: Cursor;
  readonly page: 'first' | 'further';
}

async function readOnePage(
  { outside, host }: JobPorts,
  { tenant, version, id, listener }: ListenerInForce,
  { settings, cursor, page }: Page,
) {
  const request = pageRequest(settings, cursor, page);
  const operation = `${listener.connection}.${settings.operation}`;
  const call = { id: derivedId('poll', tenant, id, host.now(), cursor.id), operation, request };
  const outcome = await deliver(call, outside(version, { tenant }));
  return outcome.kind === 'succeeded' ? outcome.output : undefined;
}

/** Instants without a zone are read as the watched fields read theirs. */
function zoneOf({ listener }: ListenerInForce): { readonly zone?: string } {
  const zone = Object.values(listener.watch ?? {}).find((watch) => watch.zone !== undefined)?.zone;
  return zone === undefined ? {} : { zone };
}

async function alarm(ports: JobPorts, { tenant, id }: ListenerInForce, failures: number): Promise<void> {
  if (failures < failuresBeforeAlarm) return;
  const cause = { listener: id, failures };
  const at = ports.host.now();
  await openIncident(ports.kysely, {
    id: `listener-gap/${tenant}/${id}`,
    tenant,
    kind: 'listener-gap',
    cause,
    at,
  });
}
