import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, noParts, repair, reportFault, seen, selfCheck, sign } from './acts.ts';
import { auditOf, receivedBy } from './audit.ts';
import { crmSays, openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;
let id: string;
let number: string;

beforeAll(async () => {
  ground = await openStoryGround();
  ({ id, number } = await reportFault(ground));
  const engineer = await acceptOffer(ground, id);
  await ground.time.advanceBy(3_600_000);
  await repair(ground, id, engineer);
  await selfCheck(ground, id, engineer);
  await noParts(ground.as(engineer), id);
  await sign(ground, id, await ground.customerOf(id));
  await ground.standIns.systems.erp.pause();
  await crmSays(ground, number, { status: 'resolved', finalResolvedAt: '2030-01-07 10:00:00' });
}, 120_000);
afterAll(() => ground.close(), 60_000);

const chip = async () => (await seen(ground, id)).chips.find((one) => one.id === 'post-resolution')?.state;
const told = () =>
  receivedBy(ground, 'dingtalk').map(({ body }) => (body as { markdown: { text: string } }).markdown.text);

/** Seconds between one attempt and the next. */
async function waits(): Promise<readonly number[]> {
  const { decisions } = await auditOf(ground, id);
  return decisions
    .filter(({ event }) => event['kind'] === 'attempted')
    .map(({ at, event }) => (Date.parse(String(event['nextAt'])) - Date.parse(at)) / 1000);
}

test('[S43] while the ERP is down the call is tried again after 10, 30 and 90 s, then the IT lead is told once', async () => {
  expect(await chip()).toBe('retrying');
  expect(told()).toEqual([]);
  await ground.time.advanceBy(160_000);
  expect(await chip()).toBe('failed');
  const quick = await waits();
  expect(quick).toHaveLength(3);
  // Each wait moves by at most a fifth, so that many calls do not come back at once.
  for (const [index, meant] of [10, 30, 90].entries()) {
    expect(Math.abs((quick[index] ?? 0) - meant)).toBeLessThanOrEqual(meant / 5);
  }
  expect(told()).toEqual([`**${number}** 财务确认失败：not-sent @it-lead`]);
  await ground.time.advanceBy(3_600_000);
  expect(await chip()).toBe('failed');
  expect(told()).toHaveLength(1);
  expect(receivedBy(ground, 'erp', 'POST')).toEqual([]);
}, 30_000);

test('[S43] once the ERP is back a slow retry arrives, the alarm is closed and 财务确认 turns green', async () => {
  await ground.standIns.systems.erp.resume();
  await ground.time.advanceBy(6 * 3_600_000);
  expect(await chip()).toBe('succeeded');
  expect(told().slice(1)).toEqual([`**${number}** 财务确认已恢复 @it-lead`]);

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  const [asked] = audit.entries('effect-asked').slice(-3);
  const effect = String(audit.entries('incident-opened')[0]?.['effect']);
  expect(asked?.['name']).toBe('post-resolution');
  expect(receivedBy(ground, 'erp', 'POST').map(({ at: _, ...call }) => call)).toEqual([
    {
      line: 'POST /service-fees',
      body: { ticketNo: number, resolvedAt: '2030-01-07T10:00:00+08:00', engineerId: '1013' },
      ...{ key: effect, delivery: effect },
    },
  ]);
  const incidents = [...audit.entries('incident-opened'), ...audit.entries('incident-closed')];
  expect(incidents.map(({ kind, incident }) => `${kind} ${incident}`)).toEqual([
    'incident-opened alarm-it',
    'incident-closed alarm-it',
  ]);
  expect(audit.settled.filter((line) => line.startsWith('post-resolution'))).toEqual([
    'post-resolution failed',
    'post-resolution succeeded',
  ]);
}, 30_000);
