import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from './database.ts';

/**
 * The same connections as the part that keeps accounts wants to use them: tables of its own in a schema of
 * its own,
 * and instants as Date.
 */
export function accountsDatabase({ pool }: Database) {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  return { db, type: 'postgres', schemaName: 'paidan_accounts' } as const;
}
