import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameOf, reportFault, seen } from './acts.ts';
import { auditOf, receivedBy } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;

beforeAll(async () => {
  ground = await openStoryGround();
  await ground.time.advanceTo('2030-01-07T19:30:00.000Z');
}, 120_000);
afterAll(() => ground.close(), 60_000);

async function leaveNightDutyVacant(): Promise<void> {
  const people = ground.world.people.map(({ id, name, roles, phone, facts }) => ({
    ...{ id, name, roles, phone },
    facts: { ...facts, onDuty: [] },
  }));
  await ground.server.people.save(people);
}

const minutes = (count: number) => count * 60_000;

/** Instants of the journal as minutes after the report, with what happened. */
async function ladderOf(id: string): Promise<readonly string[]> {
  const { decisions } = await auditOf(ground, id);
  const begun = Date.parse(decisions[0]?.at ?? '');
  return decisions
    .filter(({ event }) => event['rung'] !== undefined && event['clock'] === undefined)
    .map(({ at, event }) => `${(Date.parse(at) - begun) / minutes(1)} ${event['kind']} ${event['rung']}`);
}

test('[S29] at night, with nobody accepting, a P0 is the duty engineer’s within 5:00.000', async () => {
  const { id } = await reportFault(ground, { severity: 'P0' });
  await ground.time.advanceBy(minutes(5));
  const { status, assignees, clocks } = await seen(ground, id);
  expect(status).toBe('open');
  expect(nameOf(ground, assignees['engineer']?.id ?? '')).toBe(assignees['engineer']?.name);
  expect(clocks.find((clock) => clock.id === 'dispatch')?.state).toBe('met');
  expect(await ladderOf(id)).toEqual([
    '0 offered nearest',
    '1 offered three',
    '2 offered wide',
    '3 assigned duty',
  ]);
  expect((await auditOf(ground, id)).entries('assigned').map(({ how }) => how)).toEqual(['duty']);
}, 30_000);

test('[S29] a P0 nobody accepts and nobody has duty for is in the chief’s hands within 5:00.000', async () => {
  await leaveNightDutyVacant();
  const { id, number } = await reportFault(ground, { severity: 'P0', phone: '13800000001' });
  await ground.time.advanceBy(minutes(5));
  const { steps, assignees, offers } = await seen(ground, id);
  expect({ steps: steps.map((step) => step.id), assignees }).toEqual({ steps: ['by-hand'], assignees: {} });
  expect(new Set(offers.map((offer) => offer.state))).toEqual(new Set(['expired']));

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  // Those who could be asked more widely are asked already, so these rungs take no time.
  expect(await ladderOf(id)).toEqual(['0 offered nearest', '1 offered three', '2 escalated chief']);
  expect(audit.entries('escalated')).toMatchObject([{ step: 'dispatch', rung: 'chief', to: 'duty-chief' }]);
  const expired = audit.entries('offer-expired').map(({ offer }) => offer);
  expect(expired).toEqual(audit.entries('offer-made').map(({ offer }) => offer));
  expect(audit.entries('clock-breached').map(({ clock }) => clock)).toEqual(['dispatch']);

  const to = ground.world.people.find((person) => person.id === 'duty-chief')?.phone;
  const calls = receivedBy(ground, 'voice').map(({ body, key, delivery }) => ({
    body,
    isOwn: key === delivery,
  }));
  expect(calls).toEqual([
    { body: { to, text: `${number} 人工派单，请立即处理` }, isOwn: true },
    { body: { to, text: `${number} 派单时限，请立即处理` }, isOwn: true },
  ]);
  const duty = receivedBy(ground, 'wecom', 'POST').map(({ body }) => body);
  expect(duty).toMatchObject([{ touser: 'duty-chief' }, { touser: 'duty-chief' }]);
}, 30_000);
