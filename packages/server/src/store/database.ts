import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { checkServer } from './check-server.ts';
import { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
import { instantsPlugin } from './instants-plugin.ts';
import { preparingPool } from './prepared.ts';
import { errorCode, storeFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

export interface DatabaseOptions {
  /** A PostgreSQL 15 or later of your own; the embedded one when absent. */
  readonly databaseUrl?: string;
  /** Where the embedded one lives; `./.paidan` when absent. */
  readonly dataDir?: string;
  /** Most connections of this process; 10 when absent. */
  readonly poolSize?: number;
  /**
   * Whether connections may keep prepared statements; not behind PgBouncer. True for the embedded one when
   * absent.
   */
  readonly prepareStatements?: boolean;
}

export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  readonly url: string;
  /** Ends the connections; the last process on an embedded database stops it. */
  close(): Promise<void>;
}

/**
 * The database of this process, checked for its version and for durability. Throws a fault when it cannot
 * be reached,
 * is older than PostgreSQL 15, or would acknowledge a commit before it is on disk.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const embedded = options.databaseUrl ? undefined : await openEmbedded(options.dataDir ?? './.paidan');
  const url = embedded?.url ?? options.databaseUrl ?? '';
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'paidan',
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => undefined);
  // Nor may one that breaks while it is lent out: whoever holds it hears of that from its next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkServer(pool).catch((error: unknown) => Promise.reject(unreachable(error)));
  } catch (error) {
    await closeAll(pool, embedded);
    throw error;
  }
  const mayPrepare = options.prepareStatements ?? embedded !== undefined;
  const dialect = new PostgresDialect({ pool: mayPrepare ? preparingPool(pool) : pool });
  const kysely = new Kysely<Tables>({ dialect, plugins: [instantsPlugin] }).withSchema('paidan');
  return { kysely, pool, url, close: () => closeAll(pool, embedded) };
}

// Sizes and positions stay far below 2^53; as text they would sort and add wrongly.
const typeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');

async function closeAll(pool: Pool, embedded: EmbeddedDatabase | undefined): Promise<void> {
  if (!pool.ended) await pool.end();
  await embedded?.close();
}

function unreachable(cause: unknown): unknown {
  const code = errorCode(cause);
  if (!['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000', 'EAI_AGAIN'].includes(code))
    return cause;
  const text = {
    zh: `连不上 DATABASE_URL 指定的数据库（${code}）。请检查地址、用户名、密码和数据库名。`,
    en:
      `The database named by DATABASE_URL cannot be reached (${code}). Check its address, user, ` +
      `password and database name.`,
    remedy: 'wait-for-person',
  } as const;
  return storeFault('store/unreachable', text, cause);
}
