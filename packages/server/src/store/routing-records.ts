import type { Json } from '@paidan/engine/issue';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What a routing decision was made from, by its hash. */
export async function findRoutingRecord(
  kysely: Kysely<Tables>,
  { tenant, hash }: { readonly tenant: string; readonly hash: string },
): Promise<{ readonly kind: 'routing-input' | 'plan'; readonly body: Json } | undefined> {
  const row = await kysely
    .selectFrom('decisions')
    .select(['kind', 'body'])
    .where('tenant', '=', tenant)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && { kind: row.kind, body: JSON.parse(row.body) };
}
