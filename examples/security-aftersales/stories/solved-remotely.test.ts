import { afterAll, beforeAll, expect, test } from 'vitest';
import { blackScreen, confirmByCode, nameOf, noParts, prove, reportFault, seen, submit } from './acts.ts';
import { auditOf, messagesTo } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let caller: { readonly phone: string; readonly customerName: undefined };

beforeAll(async () => {
  ground = await openStoryGround();
  const { customers } = ground.world;
  const phones = customers.flatMap((one) => one.phones);
  const isAlone = (phone: string) => phones.filter((one) => one === phone).length === 1;
  const [phone = ''] = customers.find((one) => isAlone(one.phones[0] ?? ''))?.phones ?? [];
  caller = { phone, customerName: undefined };
  await reportFault(ground, { ...caller, solvedBySelf: true });
  await ground.time.advanceBy(30 * 86_400_000);
}, 120_000);
afterAll(() => ground.close(), 60_000);

test('[S13] a second report at 30 d 0 s must say what to do about the first', async () => {
  const values = { ...blackScreen, ...caller };
  const body = { workflow: 'security-aftersales', values };
  const { issues } = await ground.as('agent-1').refused('/work-orders', body);
  expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'form/required /earlier/decision',
  ]);
  const anyway = { ...body, values: { ...values, earlier: { decision: 'report-anyway' } } };
  const without = await ground.as('agent-1').refused('/work-orders', anyway);
  expect(without.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'form/required /earlier/reason',
  ]);
}, 30_000);

test('[S60][R43] remote guidance is archived on report, one-time code and 未更换配件, and nobody is sent', async () => {
  const { id } = await reportFault(ground, { ...caller, earlier: { decision: 'remote' } });
  expect((await seen(ground, id)).record).toMatchObject({
    ...{ duplicates: 1, earlier: { decision: 'remote', open: 0, check: 'done' } },
  });
  const agent = ground.as('agent-1');
  await submit(agent, id, ['remote', 'remote-guide'], { solvedRemotely: true });
  const by = { id: 'agent-1', label: nameOf(ground, 'agent-1') };
  const report = { did: '指导客户重新插拔电源并升级固件', passed: true, by };
  await prove(agent, id, ['engineer-checks', 'remote-report', 'agent-reports'], report);
  await noParts(agent, id);
  expect((await seen(ground, id)).status).toBe('open');
  await confirmByCode(ground, id);

  const { status, outcome, assignees, offers, record, clocks } = await seen(ground, id);
  expect({ status, outcome, assignees, offers }).toEqual({
    ...{ status: 'ended', outcome: 'done', assignees: {}, offers: [] },
  });
  expect(record).toMatchObject({ solvedRemotely: true, remoteReport: report, noPartsReplaced: true });
  expect(record).toMatchObject({ closingCode: { confirmedAt: '2030-02-06T01:00:00.000Z' } });
  expect(clocks.filter(({ state }) => state !== 'met')).toEqual([]);

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail).toEqual([
    'agent-1 start',
    'agent-1 submit remote',
    'agent-1 submit agent-reports',
    'agent-1 submit none-replaced',
    'customer submit nobody-present',
  ]);
  expect(audit.steps.join(' ')).toBe('report device triage remote tell closing archived');
  expect(audit.entries('offer-made')).toEqual([]);
  const texts = messagesTo(ground).filter((line) => line.startsWith(caller.phone));
  expect(texts.length).toBeGreaterThanOrEqual(3);
}, 30_000);

test('[S13] at 30 d and 1 s the first report is forgotten', async () => {
  const phone = '+8613900000001';
  await reportFault(ground, { phone, solvedBySelf: true });
  await ground.time.advanceBy(30 * 86_400_000 + 1000);
  expect((await reportFault(ground, { phone })).record['duplicates'] ?? 0).toBe(0);
}, 30_000);
