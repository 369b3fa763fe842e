import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { inTransaction, openQueue, type Queue } from './queue.ts';
import { inOneTransaction } from './transaction.ts';

let dataDir = '';
let database: Database;
let queue: Queue;
const outages: Error[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-migrate-'));
  await chmod(dataDir, 0o755);
  database = await openDatabase({ dataDir });
  await migrate(database.kysely);
  queue = await openQueue({ url: database.url, onError: (error) => outages.push(error) });
}, 60_000);

afterAll(async () => {
  await queue.stop();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(outages).toEqual([]);
}, 60_000);

const journalRow = {
  work_order_id: 'w1',
  seq: 1,
  tenant: 't',
  command_id: 'c1',
  workflow_hash: 'h',
  event: '{"b":1,"a":2}',
  actor: '{}',
  at: '2026-03-02T01:00:00.123Z',
  received_at: '2026-03-02T01:00:00.124Z',
  entries: '[]',
  previous_hash: '',
  hash: 'x',
};

test('a second migration finds nothing to do', async () => {
  expect(await migrate(database.kysely)).toEqual([]);
});

test('refuses a schema that a later release has written', async () => {
  await sql`INSERT INTO paidan.kysely_migration VALUES ('9999-later', '2030-01-01')`.execute(database.kysely);
  await expect(migrate(database.kysely)).rejects.toMatchObject({ code: 'store/newer-schema' });
  await sql`DELETE FROM paidan.kysely_migration WHERE name = '9999-later'`.execute(database.kysely);
});

test('the journal takes rows and gives them back byte by byte, with instants as text', async () => {
  await database.kysely.insertInto('journal').values(journalRow).execute();
  const row = await database.kysely.selectFrom('journal').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ ...journalRow, position: 1 });
});

test.each([
  ['update', "UPDATE paidan.journal SET actor = 'me'"],
  ['delete', 'DELETE FROM paidan.journal'],
  ['truncate', 'TRUNCATE paidan.journal'],
])('the journal refuses an %s', async (_name, statement) => {
  await expect(database.pool.query(statement)).rejects.toThrow('the journal is append-only');
});

test('gives work orders a number that people can say', async () => {
  const answer = await database.pool.query(
    'SELECT paidan.next_number() AS first, paidan.next_number() AS second',
  );
  expect(answer.rows).toEqual([{ first: 'WO-000001', second: 'WO-000002' }]);
});

test('a job inserted in a transaction that rolls back was never there', async () => {
  const id = '7d444840-9dc0-51d1-b245-5ffdce74fad2';
  const failing = inOneTransaction(database.kysely, async (transaction) => {
    await queue.boss.insert('effects', [{ id, data: {} }], inTransaction(transaction));
    throw new Error('after the insert');
  });
  await expect(failing).rejects.toThrow('after the insert');
  expect(await queue.boss.findJobs('effects', { id })).toEqual([]);
});

test('a job inserted twice under one id is one job', async () => {
  const id = '8d444840-9dc0-51d1-b245-5ffdce74fad2';
  for (const _ of [1, 2]) {
    await inOneTransaction(database.kysely, (transaction) =>
      queue.boss.insert(
        'wakes',
        [{ id, startAfter: '2040-01-01T00:00:00.000Z' }],
        inTransaction(transaction),
      ),
    );
  }
  const jobs = await queue.boss.findJobs('wakes', { id });
  expect(jobs.map((job) => job.startAfter.toISOString())).toEqual(['2040-01-01T00:00:00.000Z']);
});

test('keeps a job that waits for years, and sends what is exhausted to the dead', async () => {
  expect(await queue.boss.getQueue('effects')).toMatchObject({
    retentionSeconds: 315_360_000,
    heartbeatSeconds: 10,
    deadLetter: 'dead',
  });
});
