import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The only begin: everything `work` writes is committed together, or nothing is. */
export function inOneTransaction<Result>(
  kysely: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return kysely.transaction().execute(work);
}
