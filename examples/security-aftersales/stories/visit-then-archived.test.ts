import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, noParts, repair, reportFault, seen, selfCheck, sign, submit, tell } from './acts.ts';
import { auditOf, messagesTo, receivedBy } from './audit.ts';
import { crmSays, openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let id: string;
let engineer: string;

beforeAll(async () => {
  ground = await openStoryGround();
  ({ id } = await reportFault(ground, { sn: 'NVR20250001' }));
  const customer = await ground.customerOf(id);
  await submit(customer, id, ['consent', 'fee-consent'], { feeAnswer: 'yes' });
  engineer = await acceptOffer(ground, id);
  await ground.time.advanceBy(1_800_000);
  await tell(ground.as(engineer), id, { kind: 'arrive' });
  await ground.time.advanceBy(3_000_000);
  await repair(ground, id, engineer);
  await selfCheck(ground, id, engineer);
  await noParts(ground.as(engineer), id);
  await sign(ground, id, customer);
}, 120_000);
afterAll(() => ground.close(), 60_000);

test('[S60] a charged visit is archived once all three parties have said so, and not before', async () => {
  const { status, outcome, stage, record, clocks } = await seen(ground, id);
  expect({ status, outcome, stage }).toEqual({ status: 'ended', outcome: 'done', stage: 'archive' });
  expect(record).toMatchObject({
    device: { warranty: 'out' },
    ...{ feeAnswer: 'yes', workedMinutes: 50, noPartsReplaced: true, partsTotalCents: 0 },
    ...{ resolvedAt: '2030-01-07T02:20:00.000Z', selfCheck: { passed: true } },
  });
  expect(clocks.map((clock) => `${clock.id} ${clock.state}`)).toEqual([
    'first-response met',
    'dispatch met',
    'resolve met',
  ]);
  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail).toEqual([
    'agent-1 start',
    'customer submit consent',
    'system offered best',
    `${engineer} accepted dispatch`,
    `${engineer} arrive`,
    `${engineer} submit repair`,
    `${engineer} submit engineer-checks`,
    `${engineer} submit none-replaced`,
    'customer submit customer-signs',
  ]);
  expect(audit.steps.join(' ')).toBe(
    'report device triage qualify charge consent dispatch visit repair stand-by repaired tell closing archived',
  );
  expect(audit.settled).toEqual([
    'ask-review succeeded',
    'device succeeded',
    ...Array.from({ length: 3 }, () => 'tell-progress succeeded'),
  ]);
  expect(messagesTo(ground)).toHaveLength(4);
}, 30_000);

test('[S50] 配件缺货 brings exactly its two follow-ups, and an answer to another is refused', async () => {
  const customer = await ground.customerOf(id);
  const review = { kind: 'submit', step: 'ask-review', form: 'survey' };
  const first = { satisfied: false, rootCause: 'parts' };
  const bare = await customer.refused(`/work-orders/${id}/events`, { ...review, values: first });
  expect(bare.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'form/required /survey/etaTold',
    'form/required /survey/alternative',
  ]);
  const answers = { ...first, etaTold: 'no', alternative: 'yes' };
  const astray = { ...review, values: { ...answers, networkStable: 'yes' } };
  const { issues } = await customer.refused(`/work-orders/${id}/events`, astray);
  expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'form/not-asked /survey/networkStable',
  ]);
  await tell(customer, id, { ...review, values: answers });
  const { record, tasks } = await seen(ground, id);
  expect({ survey: record['survey'], tasks }).toEqual({ survey: answers, tasks: [] });
  const [, tags] = (await auditOf(ground, id)).entries('answers-given').slice(-2);
  expect(tags?.['tags']).toEqual([
    'satisfied.no',
    'cause.parts',
    'parts.eta-told.no',
    'parts.alternative.yes',
  ]);
}, 30_000);

test('[S40][S41][S42] 最终解决时间 in the CRM fires once, sends three fields and turns 财务确认 green', async () => {
  const { number } = await seen(ground, id);
  const chip = async () => (await seen(ground, id)).chips.find(({ id: name }) => name === 'post-resolution');
  expect(await chip()).toMatchObject({ title: { 'zh-CN': '财务确认' }, state: 'idle' });
  const resolved = { status: 'resolved', finalResolvedAt: '2030-01-07 10:25:00' };
  expect(await crmSays(ground, number, resolved)).toEqual([200]);
  expect(await chip()).toMatchObject({ state: 'succeeded', since: '2030-01-07T02:20:00.000Z' });
  await ground.time.advanceBy(60_000);
  await crmSays(ground, number, { ...resolved, owner: '客服二组' });

  const heard = (await auditOf(ground, id)).decisions.filter(({ event }) => event['kind'] === 'heard');
  expect(heard.map(({ seq, event }) => ({ seq, event: event['event'] }))).toEqual([
    { seq: heard[0]?.seq, event: 'crm-resolved' },
  ]);
  const effect = `${id}/${heard[0]?.seq}/0`;
  expect(receivedBy(ground, 'erp', 'POST')).toEqual([
    {
      at: '2030-01-07T02:20:00.000Z',
      line: 'POST /service-fees',
      body: { ticketNo: number, resolvedAt: '2030-01-07T10:25:00+08:00', engineerId: '1013' },
      ...{ key: effect, delivery: effect },
    },
  ]);
  expect((await auditOf(ground, id)).settled).toContain('post-resolution succeeded');
}, 30_000);
