import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

const marked = /^\/\* prepared (\S+) \*\//;

/**
 * Marks a statement whose text never changes, so that each connection plans it once. Planning the commit
 * costs more
 * than running it. The mark is a comment: a pool that must not prepare, behind PgBouncer, just runs it.
 */
export function prepared(name: string, text: string): string {
  return `/* prepared ${name} */ ${text}`;
}

/** The pool as Kysely uses it, with marked statements prepared under their names. */
export function preparingPool(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => preparingClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function preparingClient(client: PoolClient): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors are not used here');
    const name = marked.exec(text)?.[1];
    return client.query({ text, values: [...values], ...(name !== undefined && { name }) });
  }
  return { query, release: (destroy) => client.release(destroy) };
}
