import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendTurns } from '../../jobs/keep-turns.ts';
import { startWorker } from '../../jobs/worker.ts';
import { lastRefresh } from '../../store/pool-refreshes.ts';
import { openInstallation } from '../installation.ts';
import { type Company, type DispatchGround, type MadeOffer, openDispatchGround } from './dispatch-ground.ts';

let ground: DispatchGround;

beforeAll(async () => {
  ground = await openDispatchGround();
}, 60_000);
afterAll(() => ground.close(), 60_000);

const asked = (offers: readonly MadeOffer[]) => offers.map(({ assignee, state }) => [assignee.id, state]);

async function liveOffer(company: Company, workOrderId: string): Promise<MadeOffer> {
  const live = (await company.offers(workOrderId)).find(({ state }) => state === 'offered');
  if (live === undefined) throw new RangeError('nobody is asked');
  return live;
}

function accept({ id, token }: MadeOffer) {
  return { kind: 'accepted', step: 'dispatch', offer: id, token } as const;
}

test('[S24] one plan offers a report to the nearest who fits, and keeps what it was decided from', async () => {
  const company = await ground.company('nearest');
  await company.engineers({
    near: {},
    far: { home: { latitude: 22.7, longitude: 114.2 } },
    bare: { certificates: {} },
  });
  const id = await company.report('SN20250001');
  expect(asked(await company.offers(id))).toEqual([['near', 'offered']]);
  const { work } = await company.snapshot(id);
  const record = await ground.installation.kysely
    .selectFrom('decisions')
    .select(['kind', 'body'])
    .where('hash', '=', work['dispatch']?.route?.decision ?? '')
    .executeTakeFirstOrThrow();
  const body: { assignees: readonly { id: string }[] } = JSON.parse(record.body);
  expect([record.kind, body.assignees.map((person) => person.id)]).toEqual([
    'routing-input',
    ['bare', 'far', 'near'],
  ]);
});

test('[R16] who declines is followed by the next at the same instant, and is not asked again', async () => {
  const company = await ground.company('declined');
  await company.engineers({ near: {}, far: { home: { latitude: 22.7, longitude: 114.2 } } });
  const id = await company.report('SN20250001');
  const { id: offer, token } = await liveOffer(company, id);
  const at = ground.installation.host.now();
  await company.send(id, { kind: 'declined', step: 'dispatch', offer, token, reason: 'too-far' }, 'near');
  await ground.time.settle();
  expect(asked(await company.offers(id))).toEqual([
    ['near', 'declined'],
    ['far', 'offered'],
  ]);
  expect(ground.installation.host.now()).toBe(at);
});

test('[R16] of ten acceptances at once exactly one is taken', async () => {
  const company = await ground.company('thumbs');
  const people = ['a', 'b', 'c', 'd'];
  await company.engineers(Object.fromEntries(people.map((id) => [id, {}])));
  const id = await company.report('SN20250001', { severity: 'P0' });
  await ground.time.advanceBy(60_000);
  const live = (await company.offers(id)).filter(({ state }) => state === 'offered');
  expect(live).toHaveLength(3);
  const thumbs = Array.from({ length: 10 }, (_, index) => live[index % 3] as MadeOffer);
  const answers = await Promise.all(
    thumbs.map((offer) => company.send(id, accept(offer), offer.assignee.id)),
  );
  expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const { assignees, configuration } = await company.snapshot(id);
  expect(people).toContain(assignees['engineer']?.id);
  expect(configuration).toHaveProperty('visit');
});

test('[S22] [R10] two processes never give one person a fourth work order of a day', async () => {
  const company = await ground.company('capacity');
  await company.engineers({ solo: {}, duo: {} });
  const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => company.start(`SN2025010${index}`)));
  const second = await openInstallation({
    ...{ databaseUrl: ground.installation.database.url, dataDir: ground.dataDir },
    ...{ virtualStart: ground.installation.host.now(), operations: ground.operations },
    onError: (error) => ground.troubles.push(error),
  });
  const ports = { ...second, now: second.host.now };
  const other = startWorker({ ...ports, onError: (error) => ground.troubles.push(error), pollMs: 5 });
  await Promise.all([other.idle(), ground.time.settle()]);
  await Promise.all([other.idle(), ground.time.settle()]);
  await other.stop();
  await second.close();
  const offers = (await Promise.all(ids.map((id) => company.offers(id)))).flat();
  const live = offers.filter(({ state }) => state === 'offered').map(({ assignee }) => assignee.id);
  expect(live.toSorted()).toEqual(['duo', 'duo', 'duo', 'solo', 'solo', 'solo']);
}, 60_000);

test('[B13] a place that becomes free goes to the one that waits longest, without the clock moving', async () => {
  const company = await ground.company('freed');
  await company.engineers({ solo: {} });
  const ids: string[] = [];
  for (const index of [0, 1, 2, 3, 4]) {
    ids.push(await company.report(`SN2025020${index}`));
    await ground.time.advanceBy(index < 3 ? 0 : 60_000);
  }
  const [first = '', , , fourth = '', fifth = ''] = ids;
  expect(await company.offers(fourth)).toEqual([]);
  const { id: offer, token } = await liveOffer(company, first);
  await company.send(first, { kind: 'declined', step: 'dispatch', offer, token, reason: 'no-parts' }, 'solo');
  await ground.time.settle();
  expect(asked(await company.offers(fourth))).toEqual([['solo', 'offered']]);
  expect(await company.offers(fifth)).toEqual([]);
});

test('[S26] [R18] whoever comes on shift is asked at the next instant of a grid without drift', async () => {
  const company = await ground.company('shift');
  const { host, kysely } = ground.installation;
  const begins = Math.ceil(Date.parse(host.now()) / 600_000) * 600_000 + 600_000;
  const iso = (ms: number) => new Date(ms).toISOString();
  await company.engineers({ late: { shifts: [[iso(begins + 1), iso(begins + 36_000_000)]] } });
  const id = await company.report('SN20250001');
  await sendTurns(ground.ports);
  await ground.time.advanceTo(iso(begins + 29_999));
  expect(await company.offers(id)).toEqual([]);
  await ground.time.advanceTo(iso(begins + 30_000));
  expect(asked(await company.offers(id))).toEqual([['late', 'offered']]);
  const refresh = await lastRefresh(kysely, { tenant: 'shift', pool: 'field' });
  expect(refresh).toMatchObject({ slotAt: iso(begins + 30_000), missed: 0, tookMs: 0 });
}, 60_000);

test('[S29] [R17] a P0 that nobody accepts is with a named person within five minutes', async () => {
  const company = await ground.company('silence');
  await company.engineers({ a: {}, b: {}, c: {}, d: {}, e: {} });
  await company.engineers({ chief: { shifts: [] } }, ['duty-chief']);
  const id = await company.report('SN20250001', { severity: 'P0' });
  const { createdAt } = await company.snapshot(id);
  await ground.time.advanceTo(new Date(Date.parse(createdAt) + 300_000).toISOString());
  const { tasks, configuration } = await company.snapshot(id);
  expect(configuration).toBe('by-hand');
  const [task] = Object.values(tasks);
  expect(task).toMatchObject({ kind: 'choose', claimedBy: 'chief' });
  expect(Date.parse(task?.openedAt ?? '') - Date.parse(createdAt)).toBeLessThanOrEqual(300_000);
}, 60_000);

test('somebody whose facts cannot be read stops nobody else', async () => {
  const company = await ground.company('unreadable');
  await company.engineers({ broken: { shifts: 'mornings' }, zoneless: { zone: 'Mars/Base' }, sound: {} });
  const id = await company.report('SN20250001');
  expect(asked(await company.offers(id))).toEqual([['sound', 'offered']]);
  const incidents = await ground.installation.kysely
    .selectFrom('incidents')
    .select('cause')
    .where('tenant', '=', 'unreadable')
    .where('kind', '=', 'routing-facts')
    .orderBy('id')
    .execute();
  expect(incidents.map(({ cause }) => JSON.parse(cause))).toEqual([
    { person: 'broken', found: ['/shifts'] },
    { person: 'zoneless', found: ['/zone'] },
  ]);
});

test('no trouble was met on the way', () => {
  expect(ground.troubles).toEqual([]);
});
