import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, reportFault, seen, tell } from './acts.ts';
import { auditOf, messagesTo } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;

beforeAll(async () => {
  ground = await openStoryGround();
}, 120_000);
afterAll(() => ground.close(), 60_000);

test('[S77][R37] one urge in 30 minutes tells dispatcher and engineer; one in excess is stored and answered', async () => {
  const { id } = await reportFault(ground);
  const engineer = await acceptOffer(ground, id);
  const customer = await ground.customerOf(id);
  const urge = { kind: 'send', event: 'urge' };

  expect((await tell(customer, id, urge)).urges).toBe(1);
  await ground.time.advanceBy(60_000);
  const excess = await tell(customer, id, urge);
  expect(excess).toMatchObject({ urges: 1, stage: 'execute', assignees: { engineer: { id: engineer } } });
  const page = await customer.get<{ mayUrge: boolean; mayUrgeAt: string }>('/customer/track');
  expect(page).toMatchObject({ mayUrge: false, mayUrgeAt: '2030-01-07T01:30:00.000Z' });
  await ground.time.advanceBy(29 * 60_000);
  await tell(customer, id, urge);

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail).toEqual([
    'agent-1 start',
    'system offered best',
    `${engineer} accepted dispatch`,
    ...Array.from({ length: 3 }, () => 'customer send urge'),
  ]);
  expect(audit.entries('event-heard').map(({ counted }) => counted)).toEqual([true, false, true]);
  expect(audit.settled).toEqual([
    'device succeeded',
    ...Array.from({ length: 2 }, () => 'tell-assignee succeeded'),
    ...Array.from({ length: 2 }, () => 'tell-dispatcher succeeded'),
    'tell-progress succeeded',
  ]);
  expect(messagesTo(ground)).toHaveLength(1);
  expect((await seen(ground, id)).urges).toBe(2);
}, 30_000);
