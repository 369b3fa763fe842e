import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '@paidan/engine';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { commitCommand, type Decided } from '../host/commit-command.ts';
import { createGroupCommit, type GroupCommit } from '../host/group-commit.ts';
import { createOrigin, createVirtualOrigin, type Origin } from '../host/origin.ts';
import { createSnapshotCache } from '../host/snapshot-cache.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { loadWorkOrder } from '../store/work-orders.ts';
import type { WakePorts } from './wake-due.ts';
import { startWakeLoop, type WakeLoop } from './wake-loop.ts';

let dataDir = '';
let database: Database;
let queue: Queue;
let clock: Origin;
const loops: WakeLoop[] = [];
const troubles: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-wake-'));
  await chmod(dataDir, 0o755);
  database = await openDatabase({ dataDir });
  await migrate(database.kysely);
  queue = await openQueue({ url: database.url, onError: (error) => troubles.push(error) });
  clock = await createOrigin({ kysely: database.kysely, onJump: (jumpMs) => troubles.push(jumpMs) });
}, 60_000);

afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  expect(troubles.splice(0)).toEqual([]);
});

afterAll(async () => {
  clock.stop();
  await queue.stop();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const tenant = 't';
const actor = { id: 'system', name: 'system', roles: [] };

interface WaitingHost extends WakePorts {
  readonly groupCommit: GroupCommit;
}

/** A host whose work orders do one thing: each timer that fires arms the next one of the list. */
function portsOf(origin: Origin, later: readonly string[] = []): WaitingHost {
  const { kysely } = database;
  const commits = {
    ...{ kysely, boss: queue.boss },
    groupCommit: createGroupCommit({ kysely, boss: queue.boss }),
    cache: createSnapshotCache(),
  };
  return {
    ...commits,
    now: origin.now,
    dueEvents: async ({ snapshot }, at) =>
      Object.entries(snapshot.timers)
        .filter(([, timer]) => timer.dueAt <= at)
        .map(([id, { token }]) => ({
          commandId: `${id}:${token}`,
          event: { kind: 'timerDue', timer: id, token, actor },
        })),
    fire: async ({ snapshot }, { commandId, event }) => {
      await commitCommand(commits, {
        ...{ tenant, workOrderId: snapshot.workOrderId, commandId, fingerprint: commandId, event },
        receivedAt: origin.now(),
        decide: (before) => before && armedNext(before.snapshot, origin.now(), later),
      });
    },
  };
}

function armedNext(snapshot: Snapshot, at: string, later: readonly string[]): Decided {
  const seq = snapshot.seq + 1;
  const dueAt = later[seq - 2];
  const armed = { token: seq, onResume: 'absolute', armedAt: at } as const;
  const timers = dueAt === undefined ? {} : { patience: { ...armed, dueAt } };
  const decision = {
    kind: 'moved',
    snapshot: { ...snapshot, seq, at, timers },
    effects: [],
    entries: [],
  } as const;
  const standing = { steps: ['wait'], ...(dueAt !== undefined && { nextDueAt: dueAt }) };
  return { at, decision, standing, answer: null };
}

async function startWaiting(ports: WaitingHost, workOrderId: string, dueAt: string): Promise<void> {
  const at = ports.now();
  const snapshot: Snapshot = {
    format: 1,
    workflow: { id: 'wait', hash: 'h' },
    workOrderId,
    number: workOrderId,
    seq: 1,
    createdAt: at,
    at,
    status: 'open',
    configuration: 'wait',
    record: {},
    work: {},
    tasks: {},
    assignees: {},
    pending: {},
    effects: {},
    timers: { patience: { token: 1, dueAt, onResume: 'absolute', armedAt: at } },
    clocks: {},
    heard: {},
    openIncidents: {},
  };
  await ports.groupCommit.submit({
    workOrderId,
    tenant,
    commandId: 'start',
    fingerprint: 'f',
    event: { kind: 'start', input: {}, actor },
    receivedAt: at,
    at,
    decision: { kind: 'moved', snapshot, effects: [], entries: [] },
    standing: { steps: ['wait'], nextDueAt: dueAt },
    answer: null,
  });
}

async function firedAt(workOrderId: string): Promise<readonly string[]> {
  const rows = await database.kysely
    .selectFrom('journal')
    .select(['at', 'event'])
    .where('work_order_id', '=', workOrderId)
    .where('seq', '>', 1)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.at);
}

async function untilFired(workOrderId: string, times: number): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const fired = await firedAt(workOrderId);
    if (fired.length >= times) return fired;
    await sleep(50);
  }
  return firedAt(workOrderId);
}

function loopOn(ports: WakePorts, virtual = false): WakeLoop {
  const loop = startWakeLoop({ ...ports, virtual, onError: (error) => troubles.push(error) });
  loops.push(loop);
  return loop;
}

function afterMs(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

test('[B25] a timer fires once, never early, and the wake after it is sent', {
  timeout: 40_000,
}, async () => {
  const first = afterMs(clock.now(), 700);
  const second = afterMs(first, 400);
  const ports = portsOf(clock, [second]);
  const loop = loopOn(ports);
  await startWaiting(ports, 'w-once', first);
  loop.arm(first);
  const fired = await untilFired('w-once', 2);
  expect(fired).toHaveLength(2);
  expect(fired[0] ?? '').toSatisfy((at: string) => at >= first);
  expect(fired[1] ?? '').toSatisfy((at: string) => at >= second);
  await sleep(700);
  expect(await firedAt('w-once')).toHaveLength(2);
});

test('[B25] three hosts that wake at once fire each timer once', { timeout: 40_000 }, async () => {
  const dueAt = afterMs(clock.now(), 500);
  const hosts = [portsOf(clock), portsOf(clock), portsOf(clock)];
  const ids = Array.from({ length: 40 }, (_, index) => `w-many-${index}`);
  await Promise.all(ids.map((id) => startWaiting(hosts[0] ?? portsOf(clock), id, dueAt)));
  for (const ports of hosts) loopOn(ports);
  const fired = await Promise.all(ids.map((id) => untilFired(id, 1)));
  expect(fired.map((instants) => instants.length)).toEqual(ids.map(() => 1));
  await sleep(600);
  expect((await Promise.all(ids.map(firedAt))).flat()).toHaveLength(40);
});

test('what came due while no host ran fires at the start, even without its wake', {
  timeout: 40_000,
}, async () => {
  const ports = portsOf(clock);
  await startWaiting(ports, 'w-outage', afterMs(clock.now(), 50));
  await sleep(100);
  await database.pool.query("DELETE FROM paidan_jobs.job WHERE name = 'wakes'");
  loopOn(ports);
  expect(await untilFired('w-outage', 1)).toHaveLength(1);
});

test('a wake that finds nothing due does nothing and sends the next one', { timeout: 40_000 }, async () => {
  const ports = portsOf(clock);
  const later = '2040-01-01T00:00:00.000Z';
  await startWaiting(ports, 'w-later', later);
  await queue.boss.insert('wakes', [{ data: { tenant, workOrderId: 'w-later', dueAt: clock.now() } }]);
  await database.pool.query(
    `DELETE FROM paidan_jobs.job WHERE name = 'wakes' AND start_after > '2039-01-01'`,
  );
  loopOn(ports);
  await sleep(1500);
  expect(await firedAt('w-later')).toEqual([]);
  const jobs = await queue.boss.findJobs('wakes', { data: { workOrderId: 'w-later', dueAt: later } });
  expect(jobs).toMatchObject([{ state: 'created' }]);
});

test('on a virtual clock everything due by an instant fires in its order', { timeout: 40_000 }, async () => {
  const origin = createVirtualOrigin('2026-03-02T01:00:00.000Z');
  const ports = portsOf(origin, ['2026-03-02T03:00:00.000Z', '2026-03-02T05:00:00.000Z']);
  await startWaiting(ports, 'w-virtual', '2026-03-02T02:00:00.000Z');
  origin.set('2026-03-02T04:00:00.000Z');
  const loop = loopOn(ports, true);
  await loop.fireOverdue();
  expect((await loadWorkOrder(database.kysely, { tenant, workOrderId: 'w-virtual' }))?.nextDueAt).toBe(
    '2026-03-02T05:00:00.000Z',
  );
  expect(await firedAt('w-virtual')).toHaveLength(2);
});
