import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportMap } from '@paidan/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation } from '../installation.ts';
import { importRows } from './import-rows.ts';
import type { RefusedRow } from './refused-row.ts';

const tenant = 't';
const now = '2026-01-12T00:00:00.000Z';

const workflow = {
  format: 1,
  id: 'repairs',
  title: { 'zh-CN': '维修', en: 'Repairs' },
  locales: ['zh-CN', 'en'],
  timeZone: 'Asia/Shanghai',
  record: {
    type: 'object',
    properties: {
      what: { type: 'string', maxLength: 20 },
      phone: { type: 'string' },
      customerName: { type: 'string' },
    },
  },
  roles: { desk: { title: { 'zh-CN': '服务台', en: 'Desk' }, reads: 'all', writes: ['/what'] } },
  flow: {
    start: 'open',
    events: { repaired: { title: { 'zh-CN': '完成', en: 'Done' }, by: ['desk'] } },
    effects: {
      tell: {
        kind: 'notify',
        to: { role: 'desk' },
        by: ['desk'],
        text: { 'zh-CN': '{record.what}', en: '{record.what}' },
      },
    },
    steps: {
      open: {
        kind: 'wait',
        stage: 'execute',
        title: { 'zh-CN': '处理中', en: 'In work' },
        transitions: { repaired: { to: 'over' } },
      },
      over: { kind: 'end', stage: 'archive', title: { 'zh-CN': '结束', en: 'Over' }, outcome: 'done' },
    },
  },
  clocks: {
    resolve: {
      title: { 'zh-CN': '解决时限', en: 'Resolution' },
      starts: ['start'],
      stops: ['end'],
      budgets: { all: { budget: { days: 2 }, calendar: 'always' } },
      rungs: {
        breach: { atPercent: 100, effects: ['tell'] },
        long: { atPercent: 1000, effects: ['tell'] },
      },
    },
  },
  calendars: { always: { timeZone: 'Asia/Shanghai', always: true } },
};

const asking = {
  ...workflow,
  id: 'asking',
  flow: {
    start: 'device',
    steps: {
      device: {
        kind: 'call',
        stage: 'identify',
        title: { 'zh-CN': '查设备', en: 'Device' },
        operation: 'erp.device',
        mapping: { '/what': { var: 'record.what' } },
        transitions: {
          succeeded: { to: 'over' },
          gone: { on: ['refused', 'failed', 'unknown'], to: 'over' },
        },
      },
      over: workflow.flow.steps.over,
    },
  },
  clocks: {},
  connections: { erp: { kind: 'http', operations: { device: { does: 'read' } } } },
};

const map: ImportMap = {
  format: 1,
  title: '维修台账',
  workflow: 'repairs',
  source: {
    kind: 'csv',
    zone: 'Asia/Shanghai',
    dates: 'yyyy/M/d H:mm',
    columns: { at: 'instant' },
  },
  rows: 'workOrder',
  key: 'row.no',
  at: 'row.at',
  fields: {
    '/what': { var: 'row.what' },
    '/phone': { from: 'row.phone', missing: 'skip' },
    '/customerName': { from: 'row.customer', missing: 'skip' },
  },
  closed: { '==': [{ var: 'row.state' }, '已完成'] },
};

let dataDir = '';
let installation: Installation;
let refused: RefusedRow[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-rows-'));
  await chmod(dataDir, 0o755);
  installation = await openInstallation({
    dataDir,
    onError: (error) => expect.unreachable(String(error)),
    virtualStart: now,
  });
  const published = await installation.host.publish(workflow, { tenant, actorId: 'admin' });
  expect(published.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
}, 60_000);

afterAll(async () => {
  await installation.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function importText(text: string, changes: Partial<ImportMap> = {}, replay = false) {
  const file = join(dataDir, 'rows.csv');
  await writeFile(file, text);
  refused = [];
  return importRows(
    installation,
    { ...map, ...changes },
    { tenant, file, replay, onRefused: (row) => refused.push(row) },
  );
}

const header = 'no,at,what,state,phone,customer\n';

async function stored(number: string) {
  const { id } = await installation.kysely
    .selectFrom('work_orders')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const loaded = await installation.host.load(tenant, id);
  return { id, snapshot: loaded?.snapshot };
}

test('[S78] an open row lives on; one overdue got its mark at the instant it was due', async () => {
  const text = `${header}A-1,2026/1/5 8:00,黑屏,处理中,13800000009,海岸学校\nA-2,2026/1/11 9:00,离线,处理中,,\n`;
  const { value } = await importText(text);
  expect(value).toMatchObject({ workOrders: { fresh: 2, same: 0, refused: 0 }, timeEvents: 1 });
  const late = await stored('A-1');
  expect(late.snapshot).toMatchObject({
    status: 'open',
    createdAt: '2026-01-05T00:00:00.000Z',
    record: { what: '黑屏' },
  });
  const marked = await installation.kysely
    .selectFrom('journal')
    .select(['at', 'event'])
    .where('work_order_id', '=', late.id)
    .where('seq', '=', 2)
    .executeTakeFirstOrThrow();
  expect(marked.at).toBe('2026-01-07T00:00:00.000Z');
  expect(JSON.parse(marked.event)).toMatchObject({ kind: 'rungDue', rung: 'breach' });
});

test('what is still ahead of a living row wakes it', async () => {
  const { id } = await stored('A-1');
  const rows = await installation.kysely
    .selectFrom('work_orders')
    .select('next_due_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(rows.next_due_at).toBe('2026-01-25T00:00:00.000Z');
  const jobs = await installation.database.pool.query(
    `SELECT start_after FROM paidan_jobs.job WHERE name = 'wakes' AND data ->> 'workOrderId' = $1`,
    [id],
  );
  expect(jobs.rows).toEqual([{ start_after: new Date('2026-01-25T00:00:00.000Z') }]);
});

test('nothing of the past is sent: notices are settled as history, and no job is made of them', async () => {
  const effects = await installation.kysely
    .selectFrom('effects')
    .select(['kind', 'status', 'outcome'])
    .execute();
  expect(effects.length).toBeGreaterThan(0);
  for (const effect of effects)
    expect(effect).toMatchObject({ kind: 'notify', status: 'settled', outcome: '{"kind":"history"}' });
  const jobs = await installation.database.pool.query(
    `SELECT count(*)::int AS jobs FROM paidan_jobs.job WHERE name LIKE 'effects%'`,
  );
  expect(jobs.rows).toEqual([{ jobs: 0 }]);
});

test('a living row asks what it waits for; a replayed one never asks anything', async () => {
  const published = await installation.host.publish(asking, { tenant, actorId: 'admin' });
  expect(published.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  await importText(`${header}D-1,2026/1/11 8:00,好,处理中,,\n`, { workflow: 'asking' });
  await importText(`${header}D-2,2026/1/11 8:00,好,处理中,,\n`, { workflow: 'asking', rows: 'event' }, true);
  const effects = await installation.kysely
    .selectFrom('effects')
    .innerJoin('work_orders', 'work_orders.id', 'effects.work_order_id')
    .select(['number', 'kind', 'effects.status as status', 'effects.id as id'])
    .where('workflow_id', '=', 'asking')
    .orderBy('number')
    .execute();
  expect(effects).toMatchObject([
    { number: 'D-1', kind: 'call', status: 'asked' },
    { number: 'D-2', kind: 'call', status: 'settled' },
  ]);
  const jobs = await installation.database.pool.query(
    `SELECT data ->> 'effectId' AS effect FROM paidan_jobs.job WHERE name = 'effects-in-order'`,
  );
  expect(jobs.rows).toEqual([{ effect: effects[0]?.id }]);
});

test('an imported work order goes on like any other', async () => {
  const { id } = await stored('A-2');
  const desk = { id: 'wang', name: '王芳', roles: ['desk'] };
  const command = { tenant, commandId: 'c-1', fingerprint: 'f' };
  expect(await installation.host.send(id, { kind: 'send', event: 'repaired' }, desk, command)).toMatchObject({
    kind: 'done',
  });
  expect((await stored('A-2')).snapshot).toMatchObject({ status: 'ended', outcome: 'done' });
});

test('[S78] a row the old system had closed arrives as history, at its own instant', async () => {
  await importText(`${header}A-3,2026/1/6 8:00,黑屏,已完成,,\n`);
  expect((await stored('A-3')).snapshot).toMatchObject({
    status: 'ended',
    outcome: 'cancelled',
    at: '2026-01-06T00:00:00.000Z',
    timers: {},
  });
});

test('a row brings its customer, once', async () => {
  await importText(`${header}A-4,2026/1/11 8:00,黑屏,处理中,13800000009,海岸学校\n`);
  const customers = await installation.kysely.selectFrom('customers').select(['name', 'phones']).execute();
  expect(customers).toEqual([{ name: '海岸学校', phones: ['13800000009'] }]);
});

test('[S78] refused rows come back with their cause; corrected and dropped again they leave no doubles', async () => {
  const rows = ['B-1,2026/1/11 8:00,好,处理中,,', 'B-2,11.1.2026,坏,处理中,,', ',2026/1/11 8:00,无,处理中,,'];
  const first = await importText(`${header}${rows.join('\n')}\nB-1,2026/1/11 9:00,又,处理中,,\n`);
  expect(first.value?.workOrders).toEqual({ fresh: 1, same: 0, refused: 1 });
  expect(refused.map(({ file, cause }) => [file.place, cause])).toEqual([
    [3, 'import/no-key'],
    [4, 'import/repeated-key'],
    [2, 'import/not-readable'],
  ]);
  const corrected = rows.slice(0, 2).join('\n').replace('11.1.2026', '2026/1/11 8:00');
  const second = await importText(`${header}${corrected}\n`);
  expect(second.value?.workOrders).toEqual({ fresh: 1, same: 1, refused: 0 });
});

test('a number of ours is never taken by an outside number', async () => {
  await importText(`${header}WO-000001,2026/1/11 8:00,好,处理中,,\n`);
  expect((await stored('repairs/WO-000001')).snapshot?.record).toEqual({ what: '好' });
});

test('an outside number that another workflow brought is refused, not overwritten', async () => {
  const other = { ...workflow, id: 'claims' };
  await installation.host.publish(other, { tenant, actorId: 'admin' });
  const { value } = await importText(`${header}A-1,2026/1/11 8:00,好,处理中,,\n`, { workflow: 'claims' });
  expect(value?.workOrders).toEqual({ fresh: 0, same: 0, refused: 1 });
  expect(refused).toMatchObject([{ key: 'A-1', cause: 'import/number-taken' }]);
});

test('what map and file do not agree on is said before anything is written', async () => {
  const missing = await importText('no,at,state\nC-1,2026/1/11 8:00,处理中\n');
  expect(missing.value).toBeUndefined();
  expect(missing.issues.map(({ code, data }) => [code, data['column']])).toEqual([
    ['import/unknown-column', 'what'],
    ['import/unknown-column', 'phone'],
    ['import/unknown-column', 'customer'],
  ]);
  const unknown = await importText(header, {
    fields: { '/colour': { var: 'row.what' } },
    events: { gone: { send: 'gone' } },
  });
  expect(unknown.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['import/unknown-field', '/fields/~1colour'],
    ['import/unknown-event', '/events/gone/send'],
  ]);
  await expect(importText(header, { workflow: 'nowhere' })).rejects.toMatchObject({
    code: 'import/workflow-unpublished',
  });
});
