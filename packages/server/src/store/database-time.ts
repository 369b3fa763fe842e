import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The database's clock, in milliseconds since 1970. */
export async function databaseTimeMs(kysely: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`.execute(kysely);
  const [row] = rows;
  if (row === undefined) throw new Error('the database told no time');
  return row.ms;
}
