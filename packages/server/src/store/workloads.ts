import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Which state of a person's assignments a plan was made on. */
export interface SeenWorkload {
  readonly personId: string;
  readonly version: number;
}

/** Says that these people's assignments changed; in order of id, so that two processes cannot wait in a circle. */
export async function touchWorkloads(
  transaction: Transaction<Tables>,
  tenant: string,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of [...new Set(personIds)].sort()) {
    await transaction
      .insertInto('workloads')
      .values({ tenant, person_id: personId, version: 1 })
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'person_id']).doUpdateSet({ version: sql`workloads.version + 1` }),
      )
      .execute();
  }
}

/**
 * Takes a place with each of these people, if nothing about their work has changed since it was read: of two plans
 * made on one state only the first is applied, whichever process made it. False as soon as one has changed.
 */
export async function takePlaces(
  transaction: Transaction<Tables>,
  tenant: string,
  seen: readonly SeenWorkload[],
): Promise<boolean> {
  for (const { personId, version } of seen.toSorted((one, other) =>
    one.personId < other.personId ? -1 : 1,
  )) {
    if (!(await takePlace(transaction, tenant, { personId, version }))) return false;
  }
  return true;
}

async function takePlace(
  transaction: Transaction<Tables>,
  tenant: string,
  { personId, version }: SeenWorkload,
): Promise<boolean> {
  if (version === 0) {
    const inserted = await transaction
      .insertInto('workloads')
      .values({ tenant, person_id: personId, version: 1 })
      .onConflict((conflict) => conflict.columns(['tenant', 'person_id']).doNothing())
      .returning('version')
      .executeTakeFirst();
    return inserted !== undefined;
  }
  const updated = await transaction
    .updateTable('workloads')
    .set({ version: version + 1 })
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return updated !== undefined;
}
