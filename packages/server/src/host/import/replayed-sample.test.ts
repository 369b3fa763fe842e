import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportMap, parseImportMap, replay, type StartInput, type WorkOrderEvent } from '@paidan/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstBrokenSeq, type StoredRow } from '../../journal/chain.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { readDocument } from '../read-document.ts';
import { type ImportResult, importRows } from './import-rows.ts';
import type { ImportProgress } from './import-run.ts';
import type { RefusedRow } from './refused-row.ts';

// Rows of "Incident management process enriched event log" (Amaral, Fantinato, Reijers, Peres; UCI, CC BY 4.0).
const example = (name: string) =>
  fileURLToPath(new URL(`../../../../../examples/it-incident/${name}`, import.meta.url));
const file = example('incident-log.sample.csv');
const tenant = 't';
const now = '2026-01-09T00:00:00.000Z';

let dataDir = '';
let installation: Installation;
let map: ImportMap;
let result: ImportResult | undefined;
const refused: RefusedRow[] = [];
const troubles: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-import-'));
  await chmod(dataDir, 0o755);
  installation = await openInstallation({
    dataDir,
    onError: (error) => troubles.push(error),
    virtualStart: now,
  });
  const document = await readDocument(example('it-incident.workflow.json'));
  await installation.host.publish(document.value, { tenant, actorId: 'admin' });
  const parsed = parseImportMap(JSON.parse(await readFile(example('incident-log.import.json'), 'utf8')));
  if (parsed.value === undefined) throw new Error(JSON.stringify(parsed.issues));
  map = parsed.value;
  const options = { tenant, file, replay: true };
  result = (await importRows(installation, map, { ...options, onRefused: (row) => refused.push(row) })).value;
}, 120_000);

afterAll(async () => {
  await installation.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test('[S78] the sample becomes 337 work orders, and every recorded event is counted', () => {
  expect(result).toMatchObject({
    rows: 2000,
    workOrders: { fresh: 337, same: 0, refused: 0 },
    events: {
      comment: 598,
      resolved: 340,
      closed: 337,
      assigned: 391,
      transferred: 341,
      waits: 103,
      resumes: 19,
      'priority-set': 7,
      reopened: 3,
    },
    refusedEvents: {},
    timeEvents: 130,
    isInterrupted: false,
  });
});

test('[S78] the two rows in a state nobody knows are refused and named', () => {
  expect(refused.map(({ key, cause, file: { place } }) => [key, place, cause])).toEqual([
    ['INC0028089', 1946, 'unknown-state'],
    ['INC0028089', 1947, 'unknown-state'],
  ]);
  expect(result?.refusedRows).toEqual({ 'unknown-state': 2 });
});

test("[S05] ours is held against the log's own figures", () => {
  expect(result?.comparisons).toEqual([
    { name: 'overdue', ours: 130, logs: 176, agree: 277, compared: 337 },
    { name: 'reassignments', ours: 341, logs: 342, agree: 336, compared: 337 },
    { name: 'reopenings', ours: 3, logs: 3, agree: 337, compared: 337 },
  ]);
});

test('[S78] an interrupted import goes on where it was left, and a repeated one changes nothing', async () => {
  const before = await footprint();
  const again = await importRows(installation, map, { tenant, file, replay: true });
  expect(again.value).toMatchObject({ workOrders: { fresh: 0, same: 337, refused: 0 }, events: {} });
  expect(await footprint()).toEqual(before);

  const other = { tenant: 'other', file, replay: true };
  const document = await readDocument(example('it-incident.workflow.json'));
  await installation.host.publish(document.value, { tenant: 'other', actorId: 'admin' });
  const leaving = new AbortController();
  const onProgress = ({ phase, done }: ImportProgress) => {
    if (phase === 'importing' && done > 0) leaving.abort();
  };
  const left = await importRows(installation, map, { ...other, onProgress, signal: leaving.signal });
  const fresh = left.value?.workOrders.fresh ?? 0;
  expect(left.value).toMatchObject({ isInterrupted: true });
  expect(fresh).toBeGreaterThan(0);
  // The batch under way is still written; what is missing comes with the next import.
  const rest = await importRows(installation, map, other);
  expect(rest.value?.workOrders).toEqual({ fresh: 337 - fresh, same: fresh, refused: 0 });
});

test('every journal is one whole chain, and its events give the stored snapshot byte by byte', async () => {
  const { host, kysely } = installation;
  const version = await host.version(tenant, 'it-incident');
  if (version === undefined) throw new Error('the workflow is not published');
  const ids = await kysely
    .selectFrom('work_orders')
    .select(['id', 'journal_head'])
    .where('tenant', '=', tenant)
    .execute();
  expect(ids).toHaveLength(337);
  for (const { id, journal_head } of ids) {
    const rows = await kysely
      .selectFrom('journal')
      .selectAll()
      .where('work_order_id', '=', id)
      .orderBy('seq')
      .execute();
    expect(firstBrokenSeq(rows as readonly StoredRow[], journal_head)).toBeUndefined();
    const [first, ...later] = rows.map(({ event, actor, at }) => ({
      at,
      event: { ...JSON.parse(event), actor: JSON.parse(actor) },
    }));
    const input: StartInput = { ...first?.event.input, actor: first?.event.actor };
    const events: readonly { readonly event: WorkOrderEvent; readonly at: string }[] = later;
    const replayed = replay(version.compiled, { input, at: first?.at ?? '' }, events);
    const stored = await host.load(tenant, id);
    expect(stored?.snapshot).toEqual(replayed.snapshot);
    expect(replayed.decisions.every(({ kind }) => kind === 'moved')).toBe(true);
  }
}, 60_000);

test('a command of the past that comes again is known', async () => {
  const { kysely } = installation;
  const counts = await kysely
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number>().as('commands'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  // The starts, 2,139 recorded events and 130 rungs.
  expect(counts.commands).toBe(337 + 2139 + 130);
});

test('history is kept at its own instants, and when it was brought in beside it', async () => {
  const rows = await installation.kysely
    .selectFrom('journal')
    .innerJoin('work_orders', 'work_orders.id', 'journal.work_order_id')
    .select(['at', 'received_at', 'command_id', 'ended_at', 'status'])
    .where('number', '=', 'INC0000045')
    .where('journal.tenant', '=', tenant)
    .orderBy('journal.seq')
    .execute();
  expect(rows.at(0)).toMatchObject({ at: '2016-02-29T01:16:00.000Z', received_at: now });
  expect(rows.at(-1)).toMatchObject({ command_id: 'import/4/closed', at: '2016-03-05T12:00:00.000Z' });
  expect(rows.at(-1)).toMatchObject({ ended_at: '2016-03-05T12:00:00.000Z', status: 'ended' });
});

test('no trouble was met on the way', () => {
  expect(troubles).toEqual([]);
});

async function footprint(): Promise<unknown> {
  const { rows } = await installation.database.pool.query(`
    SELECT (SELECT count(*) FROM paidan.work_orders) AS work_orders,
      (SELECT count(*) FROM paidan.journal) AS journal, (SELECT count(*) FROM paidan.inbox) AS inbox,
      (SELECT max(position) FROM paidan.journal) AS position,
      (SELECT md5(string_agg(snapshot, '' ORDER BY id)) FROM paidan.work_orders) AS snapshots`);
  return rows;
}
