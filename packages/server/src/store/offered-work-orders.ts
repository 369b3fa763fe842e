import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

interface Offered {
  readonly tenant: string;
  readonly id: string;
}

/** Work orders with an offer to a person; with an offer's id only the one that has it, answered or not. */
export async function offeredWorkOrders(
  kysely: Kysely<Tables>,
  person: Offered,
  offer?: string,
): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('work_orders')
    .select('id')
    .where('tenant', '=', person.tenant)
    .where('status', '=', 'open')
    .where(
      sql<boolean>`EXISTS (
        SELECT FROM jsonb_each(snapshot::jsonb -> 'work') AS step,
          jsonb_each(step.value #> '{route,offers}') AS offer
        WHERE jsonb_typeof(step.value #> '{route,offers}') = 'object'
          AND offer.value #>> '{assignee,id}' = ${person.id}
          AND (${offer ?? null}::text IS NULL OR offer.key = ${offer ?? null}))`,
    )
    .execute();
  return rows.map(({ id }) => id);
}
