import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effect, Snapshot } from '@paidan/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommitPorts, commitCommand } from '../host/commit-command.ts';
import { createGroupCommit, type GroupCommit } from '../host/group-commit.ts';
import { createSnapshotCache } from '../host/snapshot-cache.ts';
import { firstBrokenSeq } from '../journal/chain.ts';
import type { CommitInput, LoadedWorkOrder } from './commit-input.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { openQueue, type Queue } from './queue.ts';
import { loadWorkOrder, nextNumber } from './work-orders.ts';

let dataDir = '';
let database: Database;
let queue: Queue;
let groupCommit: GroupCommit;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-commit-'));
  await chmod(dataDir, 0o755);
  database = await openDatabase({ dataDir });
  await migrate(database.kysely);
  queue = await openQueue({ url: database.url, onError: console.error });
  groupCommit = createGroupCommit({ kysely: database.kysely, boss: queue.boss });
}, 60_000);

afterAll(async () => {
  await groupCommit.drained();
  await queue.stop();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const actor = { id: 'u1', name: '林工', roles: ['agent'] };
const tenant = 'shenzhen';

function instant(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();
}

async function snapshotOf(workOrderId: string): Promise<Snapshot> {
  return {
    format: 1,
    workflow: { id: 'aftersales', hash: 'sha256-w' },
    workOrderId,
    number: await nextNumber(database.kysely),
    seq: 1,
    createdAt: instant(0),
    at: instant(0),
    status: 'open',
    configuration: 'report',
    record: { phone: '+8613800000000', brand: 'pengdun', 故障: '黑屏' },
    work: { report: { visit: 1, enteredAt: instant(0) } },
    tasks: {},
    assignees: {},
    pending: {},
    effects: {},
    timers: {},
    clocks: {},
    heard: {},
    openIncidents: {},
  };
}

interface Step {
  readonly snapshot: Snapshot;
  readonly before?: LoadedWorkOrder;
  readonly commandId?: string;
  readonly nextDueAt?: string;
  readonly effects?: readonly Effect[];
}

function inputOf({ snapshot, before, commandId, nextDueAt, effects = [] }: Step): CommitInput {
  return {
    workOrderId: snapshot.workOrderId,
    tenant,
    commandId: commandId ?? `command-${snapshot.seq}`,
    fingerprint: 'f',
    event: { kind: 'comment', text: '你好', actor },
    receivedAt: snapshot.at,
    at: snapshot.at,
    decision: { kind: 'moved', snapshot, effects, entries: [] },
    standing: { stage: 'trigger', steps: ['report'], ...(nextDueAt === undefined ? {} : { nextDueAt }) },
    answer: { seq: snapshot.seq },
    ...(before === undefined ? {} : { before }),
  };
}

async function started(workOrderId: string, nextDueAt?: string): Promise<LoadedWorkOrder> {
  const due = nextDueAt === undefined ? {} : { nextDueAt };
  const outcome = await groupCommit.submit(inputOf({ snapshot: await snapshotOf(workOrderId), ...due }));
  if (outcome.kind !== 'committed' || outcome.after === undefined)
    throw new Error('the start was not committed');
  return outcome.after;
}

function nextOf(before: LoadedWorkOrder, change: Partial<Snapshot> = {}): Snapshot {
  const seq = before.snapshot.seq + 1;
  return { ...before.snapshot, seq, at: instant(seq), ...change };
}

function callOf(snapshot: Snapshot, index: number): Effect {
  return {
    kind: 'call',
    id: `${snapshot.workOrderId}/${snapshot.seq}/${index}`,
    name: 'post-resolution',
    operation: 'erp.resolve',
    request: { ticketNo: snapshot.number },
    orderKey: `${snapshot.workOrderId}/erp`,
  };
}

async function countOf(
  table: 'journal' | 'inbox' | 'effects' | 'tasks',
  workOrderId: string,
): Promise<number> {
  const rows = await database.kysely
    .selectFrom(table)
    .select('work_order_id')
    .where('work_order_id', '=', workOrderId)
    .execute();
  return rows.length;
}

async function wakesOf(workOrderId: string): Promise<readonly string[]> {
  const jobs = await queue.boss.findJobs<{ dueAt: string }>('wakes', { data: { workOrderId } });
  return jobs.map((job) => job.startAfter.toISOString()).sort();
}

test('gives back the snapshot that was committed, with its record stored once', async () => {
  const after = await started('w-whole');
  expect(await loadWorkOrder(database.kysely, { tenant, workOrderId: 'w-whole' })).toEqual(after);
  const row = await database.kysely
    .selectFrom('work_orders')
    .selectAll()
    .where('id', '=', 'w-whole')
    .executeTakeFirst();
  expect(row?.snapshot).not.toContain('黑屏');
  expect(row).toMatchObject({ number: after.snapshot.number, stage: 'trigger', steps: ['report'], seq: 1 });
});

test('does not know the work order of another tenant', async () => {
  const after = await started('w-foreign');
  expect(await loadWorkOrder(database.kysely, { tenant: 'other', workOrderId: 'w-foreign' })).toBeUndefined();
  const foreign = { ...inputOf({ snapshot: nextOf(after), before: after }), tenant: 'other' };
  expect(await groupCommit.submit(foreign)).toEqual({ kind: 'lost' });
});

test('of two decisions made on the same state one is committed and the other writes nothing', async () => {
  const before = await started('w-race');
  const snapshot = nextOf(before);
  const [one, two] = await Promise.all([
    groupCommit.submit(inputOf({ snapshot, before, commandId: 'a', effects: [callOf(snapshot, 0)] })),
    groupCommit.submit(inputOf({ snapshot, before, commandId: 'b', effects: [callOf(snapshot, 0)] })),
  ]);
  expect([one.kind, two.kind].sort()).toEqual(['committed', 'lost']);
  expect(await countOf('journal', 'w-race')).toBe(2);
  expect(await countOf('inbox', 'w-race')).toBe(2);
  expect(await countOf('effects', 'w-race')).toBe(1);
});

test('[B33] state, journal, effect and its job are written together', async () => {
  const before = await started('w-effect');
  const snapshot = nextOf(before);
  await groupCommit.submit(inputOf({ snapshot, before, effects: [callOf(snapshot, 0)] }));
  const jobs = await queue.boss.findJobs('effects-in-order', { data: { workOrderId: 'w-effect' } });
  expect(jobs).toMatchObject([
    {
      data: { effectId: 'w-effect/2/0', attempt: 1, tenant },
      singletonKey: 'w-effect/erp',
      state: 'created',
    },
  ]);
});

test('an outcome settles its effect in the deciding transaction', async () => {
  const before = await started('w-settle');
  const asking = nextOf(before);
  const asked = await groupCommit.submit(inputOf({ snapshot: asking, before, effects: [callOf(asking, 0)] }));
  if (asked.kind !== 'committed' || asked.after === undefined)
    throw new Error('the question was not committed');
  const outcome = { kind: 'succeeded', output: { ok: true }, attempt: 2 } as const;
  const event = { kind: 'settled', effect: 'w-settle/2/0', outcome, final: true, actor } as const;
  await groupCommit.submit({ ...inputOf({ snapshot: nextOf(asked.after), before: asked.after }), event });
  const row = await database.kysely
    .selectFrom('effects')
    .selectAll()
    .where('id', '=', 'w-settle/2/0')
    .executeTakeFirst();
  expect(row).toMatchObject({ status: 'settled', attempt: 2, settled_at: instant(3) });
  expect(JSON.parse(row?.outcome ?? '')).toEqual(outcome);
});

test('tasks follow the snapshot: opened, claimed, closed', async () => {
  const before = await started('w-task');
  const task = {
    id: 'w-task/report',
    kind: 'form',
    stepId: 'report',
    stage: 'trigger',
    candidates: { roles: ['agent'], persons: ['u7'] },
    openedAt: instant(2),
  } as const;
  const history: unknown[] = [];
  let current = before;
  for (const tasks of [{ [task.id]: task }, { [task.id]: { ...task, claimedBy: 'u7' } }, {}]) {
    const outcome = await groupCommit.submit(
      inputOf({ snapshot: nextOf(current, { tasks }), before: current }),
    );
    if (outcome.kind !== 'committed' || outcome.after === undefined) throw new Error('not committed');
    current = outcome.after;
    const columns = ['status', 'candidates', 'claimed_by'] as const;
    history.push(
      await database.kysely.selectFrom('tasks').select(columns).where('id', '=', task.id).executeTakeFirst(),
    );
  }
  const candidates = ['u7', 'role:agent'];
  expect(history).toEqual([
    { status: 'open', candidates, claimed_by: null },
    { status: 'open', candidates, claimed_by: 'u7' },
    { status: 'closed', candidates, claimed_by: 'u7' },
  ]);
});

test('[B25] a wake is sent when the earliest instant moves earlier or has passed', async () => {
  let current = await started('w-wake', '2040-01-01T00:20:00.000Z');
  const dues = ['2040-01-01T00:30:00.000Z', '2040-01-01T00:10:00.000Z', '2040-01-01T00:10:00.000Z'];
  for (const nextDueAt of dues) {
    const outcome = await groupCommit.submit(
      inputOf({ snapshot: nextOf(current), before: current, nextDueAt }),
    );
    if (outcome.kind !== 'committed' || outcome.after === undefined) throw new Error('not committed');
    current = outcome.after;
  }
  expect(await wakesOf('w-wake')).toEqual(['2040-01-01T00:10:00.000Z', '2040-01-01T00:20:00.000Z']);
  const at = '2040-01-01T00:10:00.000Z';
  const passed = {
    ...inputOf({ snapshot: nextOf(current, { at }), before: current, nextDueAt: '2040-01-01T00:50:00.000Z' }),
  };
  await groupCommit.submit(passed);
  expect(await wakesOf('w-wake')).toContain('2040-01-01T00:50:00.000Z');
});

test('a poisoned decision fails alone, and what stood in its batch is committed', async () => {
  const befores = await Promise.all(['w-p1', 'w-p2', 'w-p3'].map((id) => started(id)));
  const blocker = groupCommit.submit(inputOf({ snapshot: await snapshotOf('w-blocker') }));
  const outcomes = await Promise.allSettled(
    befores.map((before, index) => {
      const input = inputOf({ snapshot: nextOf(before), before });
      const poison = () => Promise.reject(new Error('poison'));
      return groupCommit.submit(index === 1 ? { ...input, alongside: poison } : input);
    }),
  );
  await blocker;
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await Promise.all(['w-p1', 'w-p2', 'w-p3'].map((id) => countOf('journal', id)))).toEqual([2, 1, 2]);
});

function portsOf(): CommitPorts {
  return { kysely: database.kysely, boss: queue.boss, groupCommit, cache: createSnapshotCache() };
}

function countUp(ports: CommitPorts, workOrderId: string, commandId: string, fingerprint = 'f') {
  return commitCommand(ports, {
    tenant,
    workOrderId,
    commandId,
    fingerprint,
    event: { kind: 'comment', text: commandId, actor },
    receivedAt: instant(1),
    decide: (before) => {
      if (before === undefined) return undefined;
      const count = Number(before.snapshot.record['count'] ?? 0) + 1;
      const snapshot = nextOf(before, { record: { ...before.snapshot.record, count } });
      const standing = { stage: 'trigger', steps: ['report'] };
      return {
        at: snapshot.at,
        decision: { kind: 'moved', snapshot, effects: [], entries: [] },
        standing,
        answer: { count },
      };
    },
  });
}

test('sixty commands from three caches at one work order are all decided, in one whole chain', {
  timeout: 40_000,
}, async () => {
  await started('w-hot');
  const caches = [portsOf(), portsOf(), portsOf()];
  const commands = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const results = await Promise.all(
    commands.map((id, index) => countUp(caches[index % 3] ?? portsOf(), 'w-hot', id)),
  );
  expect(results.every((result) => result.kind === 'committed')).toBe(true);
  const after = await loadWorkOrder(database.kysely, { tenant, workOrderId: 'w-hot' });
  expect(after?.snapshot).toMatchObject({ seq: 61, record: { count: 60 } });
  const rows = await database.kysely
    .selectFrom('journal')
    .selectAll()
    .where('work_order_id', '=', 'w-hot')
    .orderBy('seq')
    .execute();
  expect(rows).toHaveLength(61);
  expect(firstBrokenSeq(rows, after?.journalHead)).toBeUndefined();
});

test('[B33] the same command sent five times at once acts once and is answered alike', async () => {
  await started('w-twice');
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => countUp(portsOf(), 'w-twice', 'same')));
  expect(results.filter((result) => result.kind === 'committed')).toHaveLength(1);
  const repeated = results.filter((result) => result.kind === 'repeated');
  expect(repeated.map((result) => result.former.answer)).toEqual(Array(4).fill({ count: 1 }));
  expect(await countOf('journal', 'w-twice')).toBe(2);
});

test('a command id used for another request is told apart', async () => {
  await started('w-reused');
  await countUp(portsOf(), 'w-reused', 'same');
  expect(await countUp(portsOf(), 'w-reused', 'same', 'other')).toEqual({ kind: 'reused' });
});

test('a refusal is remembered, so that a late duplicate cannot succeed', async () => {
  const before = await started('w-refused');
  const refused = {
    ...inputOf({ snapshot: before.snapshot, before, commandId: 'no' }),
    decision: { kind: 'refused', issues: [] },
    answer: { refused: true },
  } as const;
  expect(await groupCommit.submit(refused)).toEqual({ kind: 'committed' });
  expect(await countOf('journal', 'w-refused')).toBe(1);
  expect(await countUp(portsOf(), 'w-refused', 'no')).toMatchObject({
    kind: 'repeated',
    former: { answer: { refused: true } },
  });
});

test('a refusal decided on an outdated state is not remembered', async () => {
  const before = await started('w-outdated');
  await groupCommit.submit(inputOf({ snapshot: nextOf(before), before }));
  const decision = { kind: 'refused', issues: [] } as const;
  const input = { ...inputOf({ snapshot: before.snapshot, before, commandId: 'late' }), decision };
  expect(await groupCommit.submit(input)).toEqual({ kind: 'lost' });
});

test('a job is completed in the deciding transaction, and an old attempt completes nothing', async () => {
  const before = await started('w-job');
  const snapshot = nextOf(before);
  await groupCommit.submit(inputOf({ snapshot, before, effects: [callOf(snapshot, 0)] }));
  const current = await loadWorkOrder(database.kysely, { tenant, workOrderId: 'w-job' });
  if (current === undefined) throw new Error('the work order is gone');
  const jobs = await queue.boss.findJobs('effects-in-order', { data: { workOrderId: 'w-job' } });
  const [id] = jobs.map((job) => job.id);
  if (id === undefined) throw new Error('there is no job');
  await database.pool.query("UPDATE paidan_jobs.job SET state = 'active', started_on = now() WHERE id = $1", [
    id,
  ]);
  const complete = async (loaded: LoadedWorkOrder, retryCount: number) => {
    const job = { queue: 'effects-in-order', id, retryCount };
    const outcome = await groupCommit.submit({
      ...inputOf({ snapshot: nextOf(loaded), before: loaded }),
      job,
    });
    if (outcome.kind !== 'committed' || outcome.after === undefined) throw new Error('not committed');
    return { after: outcome.after, state: (await queue.boss.findJobs('effects-in-order', { id }))[0]?.state };
  };
  const old = await complete(current, 7);
  expect(old.state).toBe('active');
  expect((await complete(old.after, 0)).state).toBe('completed');
});
