import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'paidan-store-'));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

function dirNamed(name: string): string {
  return join(home, name);
}

async function holdInChild(dataDir: string): Promise<ChildProcess> {
  const program = `
    import { openDatabase } from ${JSON.stringify(new URL('./database.ts', import.meta.url).href)};
    const { pool } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    await pool.query('CREATE TABLE IF NOT EXISTS kept (n int)');
    await pool.query('INSERT INTO kept VALUES (1)');
    console.log('holding');
    setInterval(() => undefined, 1000);`;
  const flags = ['--conditions=paidan-source', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the child ended before it held the database')));
  });
  return child;
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('makes a UTF-8 cluster with checksums that only this machine can reach', {
  timeout: 60_000,
}, async () => {
  const dataDir = dirNamed('fresh');
  const database = await openDatabase({ dataDir });
  try {
    const answer = await database.pool.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('data_checksums', 'listen_addresses', 'unix_socket_directories',
                      'server_encoding', 'fsync')
       UNION ALL SELECT 'locale', datlocale FROM pg_database WHERE datname = 'paidan'`,
    );
    expect(Object.fromEntries(answer.rows.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      locale: 'C.UTF-8',
      server_encoding: 'UTF8',
      unix_socket_directories: '',
    });
    expect((await stat(join(dataDir, 'paidan.json'))).mode & 0o777).toBe(0o600);
  } finally {
    await database.close();
  }
  await expect(readFile(join(dataDir, 'pg', 'postmaster.pid'))).rejects.toThrow('ENOENT');
});

test('attaches to the living server after a kill -9 of Node and keeps what was committed', {
  timeout: 60_000,
}, async () => {
  const dataDir = dirNamed('orphan');
  await killHard(await holdInChild(dataDir));
  const orphan = await serverPid(dataDir);
  const database = await openDatabase({ dataDir });
  expect(await serverPid(dataDir)).toBe(orphan);
  expect((await database.pool.query('SELECT * FROM kept')).rows).toEqual([{ n: 1 }]);
  await database.close();
});

test('recovers after a kill -9 of PostgreSQL and of Node', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('crashed');
  const child = await holdInChild(dataDir);
  const server = await serverPid(dataDir);
  process.kill(server, 'SIGKILL');
  await killHard(child);
  const database = await openDatabase({ dataDir });
  expect(await serverPid(dataDir)).not.toBe(server);
  expect((await database.pool.query('SELECT * FROM kept')).rows).toEqual([{ n: 1 }]);
  await database.close();
});

test('removes a lock whose number belongs to another program', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('stale');
  await (await openDatabase({ dataDir })).close();
  const lock = [process.pid, join(dataDir, 'pg'), 1, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n');
  await writeFile(join(dataDir, 'pg', 'postmaster.pid'), lock);
  const database = await openDatabase({ dataDir });
  expect(await serverPid(dataDir)).not.toBe(process.pid);
  await database.close();
});

test('takes another port when a stranger listens on the remembered one', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('port');
  await (await openDatabase({ dataDir })).close();
  const before = JSON.parse(await readFile(join(dataDir, 'paidan.json'), 'utf8')).port;
  const stranger = createServer().listen(before, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  const database = await openDatabase({ dataDir });
  expect(new URL(database.url).port).not.toBe(String(before));
  await database.close();
  const after = JSON.parse(await readFile(join(dataDir, 'paidan.json'), 'utf8')).port;
  expect(String(after)).toBe(new URL(database.url).port);
  await new Promise((resolve) => stranger.close(resolve));
});

test('two processes share one server, and the last one out stops it', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('twice');
  const [first, second] = await Promise.all([openDatabase({ dataDir }), openDatabase({ dataDir })]);
  expect(first.url).toBe(second.url);
  await first.close();
  expect((await second.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await second.close();
  await expect(serverPid(dataDir)).rejects.toThrow('ENOENT');
});

test('refuses a database that would lose acknowledged commits, and leaves nothing running', {
  timeout: 60_000,
}, async () => {
  const dataDir = dirNamed('unsafe');
  await (await openDatabase({ dataDir })).close();
  await appendFile(join(dataDir, 'pg', 'postgresql.conf'), '\nsynchronous_commit = off\nfsync = off\n');
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    code: 'store/not-durable',
    message: expect.stringContaining('fsync, synchronous_commit'),
  });
  await expect(serverPid(dataDir)).rejects.toThrow('ENOENT');
});

test('says that paidan.json is damaged instead of making up another password', async () => {
  const dataDir = dirNamed('damaged');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'paidan.json'), '{"port":');
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    code: 'store/not-started',
    message: expect.stringContaining('paidan.json'),
  });
});

test('refuses a directory that another machine works on', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('elsewhere');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'alive'), 'another-machine');
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    code: 'store/used-elsewhere',
    remedy: 'retry',
  });
});

const asRoot = userInfo().uid === 0;

test.runIf(asRoot)('moves the cluster where the database user may enter', { timeout: 60_000 }, async () => {
  const dataDir = dirNamed('closed');
  await mkdir(dataDir, { mode: 0o700 });
  await (await openDatabase({ dataDir })).close();
  const cluster = (await readFile(join(dataDir, 'cluster-at'), 'utf8')).trim();
  expect(cluster).toMatch(/^\/var\/lib\/paidan\/[0-9a-f]{16}$/);
  const again = await openDatabase({ dataDir });
  expect((await again.pool.query('SHOW data_directory')).rows).toEqual([
    { data_directory: join(cluster, 'pg') },
  ]);
  await again.close();
  await rm(cluster, { recursive: true });
});

test('says which directory cannot be written', async () => {
  const file = dirNamed('a-file');
  await writeFile(file, '');
  await expect(openDatabase({ dataDir: join(file, 'below') })).rejects.toMatchObject({
    code: 'store/no-write-permission',
    message: expect.stringContaining('PAIDAN_DATA_DIR'),
  });
});

test('says that a database of one’s own cannot be reached', async () => {
  const databaseUrl = 'postgresql://nobody:x@127.0.0.1:1/none';
  await expect(openDatabase({ databaseUrl })).rejects.toMatchObject({ code: 'store/unreachable' });
});
