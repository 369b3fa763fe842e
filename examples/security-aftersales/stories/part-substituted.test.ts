import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, prove, repair, reportFault, seen, selfCheck, sign, submit, tell } from './acts.ts';
import { auditOf, receivedBy } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let id: string;
let engineer: string;
let claim: string;

beforeAll(async () => {
  ground = await openStoryGround();
  ({ id } = await reportFault(ground, { sn: 'NVR20250001' }));
  await submit(await ground.customerOf(id), id, ['consent', 'fee-consent'], { feeAnswer: 'yes' });
  engineer = await acceptOffer(ground, id);
  const parts = [{ sku: 'HDD-4T', quantity: 1 }];
  await tell(ground.as(engineer), id, { kind: 'send', event: 'needs-parts', payload: { parts } });
  claim = (await seen(ground, id)).linked[0]?.id ?? '';
}, 120_000);
afterAll(() => ground.close(), 60_000);

const stepsOf = async (workOrderId: string) =>
  (
    await ground.as('service-manager').get<{ steps: { id: string }[] }>(`/work-orders/${workOrderId}`)
  ).steps.map((step) => step.id);

test('[S36] a part that is out of stock stops its claim at 「选择替代件」, and the visit waits for parts', async () => {
  expect(receivedBy(ground, 'erp', 'GET /parts').map(({ line }) => line)).toEqual([
    'GET /parts/HDD-4T/stock',
  ]);
  expect(await stepsOf(claim)).toEqual(['replace']);
  const { steps, clocks } = await seen(ground, id);
  expect(steps.map((step) => step.id)).toEqual(['visit', 'repair', 'claim']);
  expect(clocks.find((clock) => clock.id === 'resolve')).toMatchObject({
    ...{ state: 'paused', pauses: [{ reason: 'customer' }, { reason: 'parts' }] },
  });
}, 30_000);

test('[S36] the substitute is chosen, approved, issued and received, and the visit goes on', async () => {
  const store = ground.as('storekeeper-1');
  await submit(store, claim, ['replace', 'substitute'], { noSubstitute: false, substitute: 'HDD-6T' });
  const vote = { kind: 'vote', step: 'approval', seat: 'manager', vote: 'yes' };
  await tell(ground.as('service-manager'), claim, vote);
  await submit(store, claim, ['issue', 'issue'], { partsIssued: [{ sku: 'HDD-6T', quantity: 1 }] });
  await submit(ground.as(engineer), claim, ['confirm', 'receipt'], { received: true });

  expect(await stepsOf(claim)).toEqual(['received']);
  expect((await auditOf(ground, claim)).trail).toEqual([
    'system start',
    'storekeeper-1 submit replace',
    'service-manager vote approval',
    'storekeeper-1 submit issue',
    `${engineer} submit confirm`,
  ]);
  const { steps, record } = await seen(ground, id);
  expect(steps.map((step) => step.id)).toEqual(['visit', 'repair', 'stand-by']);
  expect(record['partsIssued']).toEqual([{ sku: 'HDD-6T', quantity: 1 }]);
}, 30_000);

test('[S60] a parts list that differs from the stock issued keeps the gate shut, whatever else is proven', async () => {
  const listed = (sku: string) =>
    prove(ground.as(engineer), id, ['parts-listed', 'parts-list'], {
      parts: [{ sku, quantity: 1, unitPriceCents: 69_900 }],
      partsConfirmed: true,
    });
  await repair(ground, id, engineer);
  await listed('HDD-4T');
  await selfCheck(ground, id, engineer);
  const customer = await ground.customerOf(id);
  await sign(ground, id, customer);
  expect(await stepsOf(id)).toEqual(['closing']);
  const { tasks } = await seen(ground, id);
  expect(tasks.flatMap(({ proof = [] }) => proof)).toEqual(['parts-listed']);

  await listed('HDD-6T');
  const voided = (await auditOf(ground, id)).entries('proof-voided').map(({ proof }) => proof);
  expect(voided).toEqual(['customer-signs', 'engineer-checks']);
  await selfCheck(ground, id, engineer);
  await sign(ground, id, customer);
}, 30_000);

test('[S60] the work order is archived with what was issued, and the storekeeper counts afterwards', async () => {
  const { outcome, record, tasks } = await seen(ground, id);
  expect({ outcome, parts: record['parts'], total: record['partsTotalCents'] }).toEqual({
    outcome: 'done',
    parts: [{ sku: 'HDD-6T', quantity: 1, unitPriceCents: 69_900, amountCents: 69_900 }],
    total: 69_900,
  });
  expect(tasks.map(({ stepId }) => stepId).sort()).toEqual(['ask-review', 'count-parts']);
  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail.slice(3)).toEqual([
    `${engineer} accepted dispatch`,
    `${engineer} send needs-parts`,
    'system childEnded',
    `${engineer} submit repair`,
    `${engineer} submit parts-listed`,
    `${engineer} submit engineer-checks`,
    'customer submit customer-signs',
    `${engineer} submit parts-listed`,
    `${engineer} submit engineer-checks`,
    'customer submit customer-signs',
  ]);
  expect(audit.settled).toContain('claim done');
}, 30_000);
