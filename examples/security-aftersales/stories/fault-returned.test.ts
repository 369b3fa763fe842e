import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, noParts, repair, reportFault, seen, selfCheck, sign, tell } from './acts.ts';
import { auditOf } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let id: string;

beforeAll(async () => {
  ground = await openStoryGround();
  ({ id } = await reportFault(ground));
}, 120_000);
afterAll(() => ground.close(), 60_000);

const returns = { kind: 'send', event: 'fault-returns' };

test('a fault that returns before the archive goes back to dispatch, and its clocks begin anew', async () => {
  const first = await acceptOffer(ground, id);
  await repair(ground, id, first);
  await selfCheck(ground, id, first);
  const customer = await ground.customerOf(id);
  await ground.time.advanceBy(3_600_000);
  await tell(customer, id, returns);

  const { steps, record, clocks } = await seen(ground, id);
  expect(steps.map((step) => step.id)).toEqual(['dispatch']);
  expect(record).not.toHaveProperty('resolvedAt');
  const running = clocks
    .filter(({ state }) => state === 'running')
    .map((clock) => [clock.id, clock.startedAt]);
  expect(running).toEqual([
    ['dispatch', '2030-01-07T02:00:00.000Z'],
    ['resolve', '2030-01-07T02:00:00.000Z'],
  ]);

  const second = await acceptOffer(ground, id);
  await repair(ground, id, second);
  await noParts(ground.as(second), id);
  await sign(ground, id, customer);
  // What the first visit proved counts no longer.
  expect((await seen(ground, id)).status).toBe('open');
  await selfCheck(ground, id, second);
  expect(await seen(ground, id)).toMatchObject({ status: 'ended', outcome: 'done' });

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail).toEqual([
    'agent-1 start',
    'system offered best',
    `${first} accepted dispatch`,
    `${first} submit repair`,
    `${first} submit engineer-checks`,
    'customer send fault-returns',
    'system offered best',
    `${second} accepted dispatch`,
    `${second} submit repair`,
    `${second} submit none-replaced`,
    'customer submit customer-signs',
    `${second} submit engineer-checks`,
  ]);
  expect(audit.steps.filter((step) => ['dispatch', 'closing', 'archived'].includes(step)).join(' ')).toBe(
    'dispatch closing dispatch closing archived',
  );
}, 30_000);

test('a fault that returns after the archive starts a linked work order, and the archive stays shut', async () => {
  await ground.time.advanceBy(86_400_000);
  const before = (await auditOf(ground, id)).decisions.length;
  await tell(await ground.customerOf(id), id, returns);
  const { status, outcome, linked, record, number } = await seen(ground, id);
  expect({ status, outcome, links: linked.map(({ link }) => link) }).toEqual({
    ...{ status: 'ended', outcome: 'done', links: ['fault-returned'] },
  });
  expect((await auditOf(ground, id)).trail.slice(-1)).toEqual(['customer send fault-returns']);
  expect((await auditOf(ground, id)).decisions.length).toBe(before + 2);

  const again = await seen(ground, linked[0]?.id ?? '');
  expect(again.number).not.toBe(number);
  const { phone, sn, description, place } = record;
  expect(again).toMatchObject({ status: 'open', record: { phone, sn, description, place } });
  expect((await auditOf(ground, again.id)).trail[0]).toBe('system start');
}, 30_000);
