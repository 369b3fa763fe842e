import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type AliveMark, markAlive } from './embedded/alive-mark.ts';
import { type ClusterPlace, findPlace } from './embedded/cluster-place.ts';
import { readOrMakeSecret } from './embedded/cluster-secret.ts';
import { keepPresence } from './embedded/keep-presence.ts';
import { databaseRole, makeCluster } from './embedded/make-cluster.ts';
import { runCluster, stopCluster } from './embedded/run-cluster.ts';
import { directoryFault, errorCode, storeFault } from './store-fault.ts';

/** A PostgreSQL 18 that came with the package and belongs to one data directory. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Leaves the server; the last process that leaves stops it. */
  close(): Promise<void>;
}

const connectAttempts = 240;
const connectDelayMs = 250;

/**
 * The database of a data directory, made, started or joined as needed (engine.md 7.8). Throws a fault with
 * a remedy when
 * the directory cannot be written, the disk is full, the programs are missing, or another machine holds the
 * directory.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  try {
    const place = await findPlace(dataDir);
    const mark = await markAlive(place.dataDir);
    try {
      return await enter(place, mark);
    } catch (error) {
      await mark.release(false);
      throw error;
    }
  } catch (error) {
    throw directoryFault(dataDir, error);
  }
}

async function enter(place: ClusterPlace, mark: AliveMark): Promise<EmbeddedDatabase> {
  const secret = await readOrMakeSecret(place.dataDir);
  await makeCluster(place, secret.password);
  const { presence, port } = await connect(place, secret.password);
  await ensureDatabase(presence);
  const kept = keepPresence(presence, async () => (await connect(place, secret.password)).presence);
  const url = `postgresql://${databaseRole}:${secret.password}@127.0.0.1:${port}/paidan`;
  return { url, close: async () => leave(place, await kept.give(), mark) };
}

/** One session per process says that it is here: it ends with the process, however that dies. */
async function connect(place: ClusterPlace, password: string): Promise<{ presence: Client; port: number }> {
  let last: unknown;
  for (let attempt = 0; attempt < connectAttempts; attempt += 1) {
    const port = await runCluster(place, await readOrMakeSecret(place.dataDir));
    const connection = { host: '127.0.0.1', port, user: databaseRole, password, database: 'postgres' };
    const presence = new Client({ ...connection, application_name: 'paidan presence' });
    // A server that dies ends the session; `keepPresence` hears of its end.
    presence.on('error', () => undefined);
    try {
      await presence.connect();
      await checkOwner(presence, place);
      return { presence, port };
    } catch (error) {
      await presence.end().catch(() => undefined);
      if (!isPassing(error)) throw error;
      last = error;
      await sleep(connectDelayMs);
    }
  }
  throw last;
}

// Starting up, recovering or just going down: all of these end by themselves.
function isPassing(error: unknown): boolean {
  return ['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET'].includes(errorCode(error));
}

async function checkOwner(presence: Client, place: ClusterPlace): Promise<void> {
  const answer = await presence.query<{ data_directory: string }>('SHOW data_directory');
  const directory = answer.rows[0]?.data_directory ?? '';
  if ((await realpath(directory)) === (await realpath(place.pgdata))) return;
  throw storeFault('store/not-started', {
    zh: `端口上的数据库属于另一个目录（${directory}），不是 ${place.pgdata}。请停止那个数据库后重新启动。`,
    en:
      `The database on this port belongs to ${directory}, not to ${place.pgdata}. Stop that ` +
      `database and start again.`,
    remedy: 'wait-for-person',
  });
}

async function ensureDatabase(presence: Client): Promise<void> {
  const found = await presence.query("SELECT 1 FROM pg_database WHERE datname = 'paidan'");
  if (found.rowCount !== 0) return;
  await presence.query('CREATE DATABASE paidan').catch((error: unknown) => {
    // Two first starts at once: one of them made it, and the other meets its name or its catalog row.
    if (!['42P04', '23505'].includes(errorCode(error))) throw error;
  });
}

async function leave(place: ClusterPlace, presence: Client, mark: AliveMark): Promise<void> {
  const isLast = await countOthers(presence).then(
    (others) => others === 0,
    // The server is gone already: there is nothing left to stop.
    () => false,
  );
  await presence.end().catch(() => undefined);
  if (isLast) await stopCluster(place);
  await mark.release(isLast);
}

async function countOthers(presence: Client): Promise<number> {
  const answer = await presence.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE application_name = 'paidan presence' AND pid <> pg_backend_pid()`,
  );
  return answer.rows[0]?.others ?? 0;
}
