import type { Text } from '@paidan/engine/issue';
import { addDuration, addMs, compileCalendar } from '@paidan/engine/time';
import { linkCookie } from '../gate/actor.ts';
import { linkToken, linkUrl, sessionToken, setCookie, tokenHash } from '../gate/one-time-link.ts';
import { visibleRecord } from '../gate/visible-record.ts';
import type { Person, StoredWorkOrder } from '../host/host.ts';
import { titlesOf } from '../journal/timeline/titles.ts';
import { journalOf } from '../store/journal-rows.ts';
import { findLink, saveLink } from '../store/link-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { type AnswerOf, type Call, done, type Handlers } from './call.ts';
import { findOrder, linkRoles } from './found-order.ts';
import { refuse } from './problem.ts';
import { taskView } from './task-view.ts';
import { stagesOf } from './work-order-view.ts';

type Track = AnswerOf<'track'>;

const dayMs = 86_400_000;
const linkDays = 30;
const sessionS = 7_200;

/** Links for customers, and the page behind them: stage, handler, expected time, what waits for an answer. */
export const customerHandlers = {
  customerLink: async (call) => {
    const { ports, person, command } = call;
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { tenant, snapshot } = found.order;
    const now = ports.host.now();
    const scope = { tenant, workOrderId: snapshot.workOrderId, expiresAt: addMs(now, linkDays * dayMs) };
    const token = linkToken(ports.secret, scope, command.commandId);
    const kept = {
      ...scope,
      kind: 'link',
      tokenHash: tokenHash(token),
      madeBy: person.id,
      madeAt: now,
    } as const;
    await saveLink(ports.kysely, kept);
    return done({ url: linkUrl(ports.publicUrl(), token) });
  },
  openLink: async (call) => {
    const { ports, body } = call;
    const at = ports.host.now();
    const link = await findLink(ports.kysely, { tokenHash: tokenHash(body.token), kind: 'link', at });
    const order = link && (await ports.host.load(link.tenant, link.workOrderId));
    if (order === undefined) return refuse('link/spent');
    const cookie = await openSession(call, { token: body.token, order });
    return done(await trackOf(ports, order), { headers: { 'Set-Cookie': cookie } });
  },
  track: async (call) => {
    if (call.asker.kind !== 'link') return refuse('gate/not-found');
    const found = await findOrder(call, call.asker.workOrderId);
    if (found.kind !== 'found') return found;
    return done(await trackOf(call.ports, found.order), {
      headers: { ETag: `"${found.order.snapshot.seq}"` },
    });
  },
} satisfies Partial<Handlers>;

async function openSession(
  { ports }: Call,
  { token, order }: { readonly token: string; readonly order: StoredWorkOrder },
): Promise<string> {
  const session = sessionToken(ports.secret, token, ports.newId());
  const madeAt = ports.host.now();
  const { tenant, snapshot } = order;
  await saveLink(ports.kysely, {
    ...{ tenant, tokenHash: tokenHash(session), kind: 'session', workOrderId: snapshot.workOrderId },
    ...{ madeBy: 'link', madeAt, expiresAt: addMs(madeAt, sessionS * 1000) },
  });
  const isSecure = ports.publicUrl().startsWith('https:');
  return setCookie({ name: linkCookie, value: session, path: '/api', maxAgeS: sessionS, isSecure });
}

async function trackOf(ports: ApiPorts, { tenant, snapshot, version }: StoredWorkOrder): Promise<Track> {
  const { workflow } = version.compiled;
  const roles = linkRoles(workflow.roles);
  const { workOrderId, number, appointment } = snapshot;
  const journal = await journalOf(ports.kysely, { tenant, workOrderIds: [workOrderId] });
  const stages = stagesOf(journal, workflow, snapshot);
  const customer: Person = { id: `customer:${workOrderId}`, name: '客户', roles, tenant, rights: [] };
  const tasks = Object.values(snapshot.tasks).map((task) =>
    taskView(task, snapshot, { version, person: customer }),
  );
  const handler = Object.values(snapshot.assignees).at(-1);
  const expectedAt = appointment?.expectedAt;
  return {
    ...{ workOrderId, number, title: workflow.title, asOf: ports.host.now() },
    stage: stages.find(({ current }) => current)?.stage ?? 'archive',
    stages: stages.map(({ stage, enteredAt, current }) => ({
      ...{ stage, current },
      ...(enteredAt === undefined ? {} : { at: enteredAt }),
    })),
    step: stepTitle(snapshot, titlesOf(workflow).step),
    ...(handler === undefined ? {} : { handler: { id: handler.id, name: handler.name } }),
    ...(expectedAt === undefined ? { expectedKnown: whenKnown } : { expectedAt }),
    ended: snapshot.status === 'ended',
    tasks: tasks.filter(({ mine }) => mine),
    record: visibleRecord(workflow, roles, snapshot.record).record,
    ...urging(ports, { tenant, snapshot, version }, roles),
  };
}

const whenKnown: Text & object = {
  'zh-CN': '工程师接单并预约后更新',
  en: 'Known once an engineer has planned the visit',
};

function stepTitle({ configuration }: StoredWorkOrder['snapshot'], title: (id: string) => Text) {
  const top = typeof configuration === 'string' ? configuration : Object.keys(configuration)[0];
  return title(top ?? '') as string;
}

/** Whether the customer may urge now, and else from when; the rate is the document's own. */
function urging(ports: ApiPorts, { snapshot, version }: StoredWorkOrder, roles: readonly string[]) {
  const event = version.compiled.workflow.flow.events?.['urge'];
  const isOpen = snapshot.status === 'open' && event?.by?.some((role) => roles.includes(role)) === true;
  if (!isOpen) return { mayUrge: false };
  const { atMost } = event;
  const heard = snapshot.heard['urge'] ?? [];
  const oldest = atMost === undefined ? undefined : heard.at(-atMost.times);
  if (atMost === undefined || oldest === undefined) return { mayUrge: true };
  const { calendars = {}, timeZone } = version.compiled.workflow;
  const calendar = Object.values(calendars)[0] ?? { timeZone, always: true as const };
  const mayUrgeAt = addDuration(oldest, atMost.per, compileCalendar(calendar));
  return ports.host.now() >= mayUrgeAt ? { mayUrge: true } : { mayUrge: false, mayUrgeAt };
}
