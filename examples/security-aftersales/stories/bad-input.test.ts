import { randomUUID } from 'node:crypto';
import type { Problem } from '@paidan/server/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blackScreen, reportFault, seen } from './acts.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let id: string;
let seq: number;

beforeAll(async () => {
  ground = await openStoryGround();
  ({ id } = await reportFault(ground));
  ({ seq } = await seen(ground, id));
}, 120_000);
afterAll(() => ground.close(), 60_000);

interface Sending {
  readonly path?: string;
  readonly body: string;
  readonly by?: string;
  readonly key?: string;
  readonly headers?: { readonly [name: string]: string };
}

function send({ path, body, by = 'agent-1', key = randomUUID(), headers = {} }: Sending): Promise<Response> {
  return fetch(`${ground.server.url}/api${path ?? `/work-orders/${id}/events`}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${by}`, 'idempotency-key': key },
      ...headers,
    },
    body,
  });
}

/** Sends it in both languages; the problem, once both are seen to say it and nothing has moved. */
async function refusal(sending: Omit<Sending, 'key'>): Promise<Pick<Problem, 'status' | 'code'>> {
  const [zh, en] = await Promise.all(
    ['zh-CN', 'en'].map(async (language): Promise<Problem> => {
      const response = await send({
        ...sending,
        headers: { ...sending.headers, 'accept-language': language },
      });
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      return await response.json();
    }),
  );
  expect(zh?.detail).toMatch(/\p{Script=Han}/u);
  expect(en?.detail).toMatch(/[a-z]{3}/);
  expect(en?.title).not.toMatch(/\p{Script=Han}/u);
  expect({ status: en?.status, code: en?.code }).toEqual({ status: zh?.status, code: zh?.code });
  await ground.time.settle();
  expect((await seen(ground, id)).seq).toBe(seq);
  return { status: zh?.status ?? 0, code: zh?.code ?? '' };
}

const event = (fields: object, sending: Partial<Sending> = {}) =>
  refusal({ body: JSON.stringify(fields), ...sending });
const start = (values: object, fields: object = {}) =>
  event(
    { workflow: 'security-aftersales', values: { ...blackScreen, ...values }, ...fields },
    { path: '/work-orders' },
  );

test('what does not fit the contract is refused and changes nothing', async () => {
  expect(await refusal({ body: '{"kind":' })).toEqual({ status: 400, code: 'request/not-json' });
  expect(await event({ kind: 'arrive', away: true })).toEqual({ status: 400, code: 'request/schema' });
  expect(await event({ kind: 'send', event: 7 })).toEqual({ status: 400, code: 'request/schema' });
  expect(await event({ kind: 'timerDue', timer: 'x', token: 1 })).toEqual({
    ...{ status: 422, code: 'request/kind-not-open' },
  });
  expect(await start({}, { priority: 1 })).toEqual({ status: 400, code: 'request/schema' });
  const deep = `{"kind":"save","step":"report","values":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`;
  expect(await refusal({ body: deep })).toEqual({ status: 400, code: 'request/too-deep' });
});

test('answers with unknown keys, wrong types or forged computed values are refused', async () => {
  const notWritable = { status: 422, code: 'submission/not-writable' };
  expect(await start({ discount: 100 })).toEqual(notWritable);
  expect(await start({ onSite: 'maybe' })).toEqual({ status: 422, code: 'form/wrong-type' });
  expect(await start({ duplicates: 0, device: { warranty: 'out' } })).toEqual(notWritable);
  const count = (await ground.as('agent-1').get<{ count: { value: number } }>('/work-orders')).count.value;
  expect(count).toBe(1);
});

test('an event that the step does not accept, or that is too late, is a conflict', async () => {
  const early = { kind: 'submit', step: 'repair', form: 'visit-report', values: {} };
  expect(await event(early)).toEqual({ status: 409, code: 'event/not-available' });
  const old = { kind: 'comment', text: '旧页面', seq: seq - 1 };
  expect(await event(old)).toEqual({ status: 409, code: 'event/moved-on' });
  expect(await event({ kind: 'send', event: 'urge' })).toEqual({ status: 403, code: 'event/not-permitted' });
});

test('a work order of somebody else and one that never was are the same 404', async () => {
  const other = await reportFault(ground, { sn: 'IPC20240130' });
  const { url } = await ground
    .as('agent-1')
    .post<{ url: string }>(`/work-orders/${other.id}/customer-link`, {});
  expect(url).toContain('#');
  const stranger = await ground.customerOf(other.id);
  const urge = { kind: 'send', event: 'urge' };
  const foreign = await stranger.refused(`/work-orders/${id}/events`, urge);
  const nowhere = await stranger.refused(`/work-orders/${randomUUID()}/events`, urge);
  expect(foreign).toMatchObject({ status: 404, code: 'gate/not-found' });
  expect({ ...foreign, instance: '', reference: '' }).toEqual({ ...nowhere, instance: '', reference: '' });
  expect((await seen(ground, id)).seq).toBe(seq);
});

test('the same command twice is one act and one answer; another body under its id is refused', async () => {
  const key = randomUUID();
  const body = JSON.stringify({ kind: 'comment', text: '客户补充：上午方便' });
  const first = await send({ body, key });
  const again = await send({ body, key });
  expect([first.status, again.status]).toEqual([200, 200]);
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  expect(await again.json()).toEqual(await first.json());
  seq += 1;
  const other = await send({ body: JSON.stringify({ kind: 'comment', text: '另一句' }), key });
  expect({ status: other.status, ...(await other.json()) }).toMatchObject({
    ...{ status: 422, code: 'request/command-id-reused' },
  });
  expect((await seen(ground, id)).seq).toBe(seq);
});

test('a push with a wrong signature and a body of 10 MB are turned away at the door', async () => {
  const { number } = await seen(ground, id);
  const ticket = { id: 1, number, status: 'resolved', updatedAt: '2030-01-07 09:30:00' };
  const headers = {
    ...{ 'webhook-id': 'crm-1', 'webhook-signature': 'v1,bm90IHNpZ25lZA==' },
    'webhook-timestamp': String(Date.parse(ground.time.now()) / 1000),
  };
  expect(
    await event({ type: 'ticket.changed', ticket }, { path: '/hooks/crm/crm-tickets', headers }),
  ).toEqual({
    ...{ status: 401, code: 'hook/signature' },
  });
  const text = 'x'.repeat(10 * 1024 * 1024);
  expect(await event({ kind: 'comment', text })).toEqual({ status: 413, code: 'upload/too-large' });
});
