import { createHmac } from 'node:crypto';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendTurns } from '../../jobs/keep-turns.ts';
import { type Company, type DispatchGround, openDispatchGround } from '../assign/dispatch-ground.ts';
import { hear, type News } from './hear.ts';

let ground: DispatchGround;
let company: Company;
let changed: JsonObject[] = [];
let approval: Json = { result: 'pending' };
const key = `whsec_${Buffer.from('a key of thirty-two bytes, roughly').toString('base64')}`;

beforeAll(async () => {
  ground = await openDispatchGround({
    operations: {
      'erp.deviceBySn': async ({ sn }) => ({
        sn: sn ?? '',
        warrantyUntil: sn === 'SN20250009' ? '2028-01-01' : '2032-01-01',
      }),
      'erp.postResolution': async () => ({ feeNo: 'F-1' }),
      'crm.changedTickets': async () => ({ items: changed }),
      'dingtalk.startApproval': async () => ({ kind: 'succeeded', output: {}, receipt: 'PI-1' }),
      'dingtalk.approvalById': async () => approval,
    },
  });
  company = await ground.company('t');
  const { vault } = ground.installation;
  await vault.write({ tenant: 't', name: 'crm-webhook', value: key, by: 'admin' });
}, 60_000);
afterAll(() => ground.close(), 60_000);

function push(ticket: JsonObject, signedWith = key): News {
  const body = JSON.stringify({ ticket });
  const timestamp = String(Math.floor(Date.parse(ground.installation.host.now()) / 1000));
  const secret = Buffer.from(signedWith.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', secret).update(`msg-1.${timestamp}.${body}`).digest('base64');
  const headers = {
    ...{ 'webhook-id': 'msg-1', 'webhook-timestamp': timestamp },
    'webhook-signature': `v1,${signature}`,
  };
  return { connection: 'crm', path: 'crm-tickets', headers, body: new TextEncoder().encode(body) };
}

const at = (time: string) => `2030-01-07 ${time}:00`;
const ticket = (number: string, updated: string, resolved?: string): JsonObject => ({
  ...{ id: 1, number, updatedAt: at(updated) },
  ...(resolved === undefined ? {} : { finalResolvedAt: at(resolved) }),
});

async function timesHeard(workOrderId: string, event: string): Promise<number> {
  const rows = await ground.installation.kysely
    .selectFrom('journal')
    .select('entries')
    .where('work_order_id', '=', workOrderId)
    .execute();
  const entries: readonly { kind: string; event?: string }[] = rows.flatMap(({ entries }) =>
    JSON.parse(entries),
  );
  return entries.filter((entry) => entry.kind === 'event-heard' && entry.event === event).length;
}

test('[S40] doubled, reordered and polled, one change is one event', async () => {
  const id = await company.report('SN20250001');
  const { number } = await company.snapshot(id);
  const doubled = Array.from({ length: 5 }, () => hear(ground.ports, push(ticket(number, '09:20', '09:12'))));
  const answers = await Promise.all(doubled);
  expect(answers.toSorted()).toEqual(['heard', 'repeated', 'repeated', 'repeated', 'repeated']);
  expect(await hear(ground.ports, push(ticket(number, '09:05')))).toBe('repeated');
  changed = [ticket(number, '09:05'), ticket(number, '09:20', '09:12'), ticket(number, '09:25', '09:12')];
  await sendTurns(ground.ports);
  await ground.time.advanceBy(180_000);
  expect(await timesHeard(id, 'crm-resolved')).toBe(1);
  expect((await company.snapshot(id)).record['resolvedAt']).toBe('2030-01-07T09:12:00+08:00');
  expect(ground.troubles).toEqual([]);
}, 60_000);

test('[S40] a change that no push told is found by the poll, once', async () => {
  const id = await company.report('SN20250002');
  const { number } = await company.snapshot(id);
  changed = [ticket(number, '09:30', '09:29')];
  await ground.time.advanceBy(180_000);
  expect(await timesHeard(id, 'crm-resolved')).toBe(1);
  expect(await hear(ground.ports, push(ticket(number, '09:30', '09:29')))).toBe('repeated');
  expect(await timesHeard(id, 'crm-resolved')).toBe(1);
}, 60_000);

test('a push that is not signed by our key changes nothing', async () => {
  const id = await company.report('SN20250003');
  const before = await company.snapshot(id);
  const forged = push(
    ticket(before.number, '09:50', '09:49'),
    `whsec_${Buffer.from('no key').toString('base64')}`,
  );
  expect(await hear(ground.ports, forged)).toBe('bad-signature');
  expect(await hear(ground.ports, { ...forged, path: 'nobody-listens' })).toBe('unknown');
  expect(await company.snapshot(id)).toEqual(before);
  const row = await ground.installation.kysely
    .selectFrom('listener_rows')
    .select('row_key')
    .where('row_key', '=', before.number)
    .executeTakeFirst();
  expect(row).toBeUndefined();
});

test('what is heard before its work order is there is held for it', async () => {
  const { number } = await company.snapshot(await company.report('SN20250004'));
  const next = `WO-${String(Number(number.slice(3)) + 1).padStart(6, '0')}`;
  changed = [];
  expect(await hear(ground.ports, push(ticket(next, '10:00', '09:59')))).toBe('repeated');
  const id = await company.report('SN20250005');
  expect((await company.snapshot(id)).number).toBe(next);
  await ground.time.advanceBy(120_000);
  expect(await timesHeard(id, 'crm-resolved')).toBe(1);
}, 60_000);

test('[S45] an approval whose push was lost moves the work order within five minutes, and is noted as healed', async () => {
  const { host, kysely } = ground.installation;
  const id = await company.report('SN20250009');
  expect((await company.snapshot(id)).configuration).toBe('consent');
  const customer = { id: 'customer', name: '海岸学校', roles: ['customer'] };
  const refusal = {
    kind: 'submit',
    step: 'consent',
    form: 'fee-consent',
    values: { feeAnswer: 'no' },
  } as const;
  const command = { tenant: 't', commandId: 'refusal', fingerprint: 'f' };
  expect(await host.send(id, refusal, customer, command)).toMatchObject({ kind: 'done' });
  await ground.time.advanceBy(300_000);
  expect((await company.snapshot(id)).configuration).toBe('await-approval');
  approval = { result: 'agree' };
  await ground.time.advanceBy(300_000);
  expect((await company.snapshot(id)).configuration).toBe('dispatch');
  await ground.time.advanceBy(600_000);
  expect(await timesHeard(id, 'approval-agreed')).toBe(1);
  const healed = await kysely.selectFrom('healed_events').select(['event_id', 'work_order_id']).execute();
  expect(healed).toEqual([{ event_id: 'dingtalk-approval:PI-1:approval-agreed', work_order_id: id }]);
  expect(ground.troubles).toEqual([]);
}, 60_000);
