import type { JsonObject } from '@paidan/engine/issue';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Somebody work is done for. Several may share a number, and one may have several. */
export interface Customer {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  /** E.164. */
  readonly phones: readonly string[];
  readonly place?: JsonObject;
}

/** Adds customers; those that are known keep what is known of them. */
export async function addCustomers(kysely: Kysely<Tables>, customers: readonly Customer[]): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ tenant, id, name, phones, place }) => ({
    ...{ tenant, id, name, phones: [...phones] },
    place: place === undefined ? null : JSON.stringify(place),
  }));
  await kysely
    .insertInto('customers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
    .execute();
}

/** Everybody who has this number, in order of id. */
export async function customersByPhone(
  kysely: Kysely<Tables>,
  { tenant, phone }: { readonly tenant: string; readonly phone: string },
): Promise<readonly Customer[]> {
  const rows = await kysely
    .selectFrom('customers')
    .select(['tenant', 'id', 'name', 'phones', 'place'])
    .where('tenant', '=', tenant)
    .where(({ eb, val, ref }) => eb(ref('phones'), '@>', val([phone])))
    .orderBy('id')
    .execute();
  return rows.map(({ place, ...row }) => ({
    ...row,
    ...(place === null ? {} : { place: JSON.parse(place) }),
  }));
}
