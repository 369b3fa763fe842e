import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import type { Kysely } from 'kysely';
import { childWorkOrderId } from './linked-id.ts';
import type { Tables } from './tables.ts';

/** Parts issued to a work order, summed per SKU over the claims it started, in order of SKU. */
export async function issuedParts(
  kysely: Kysely<Tables>,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string },
): Promise<readonly JsonObject[]> {
  const claims = await kysely
    .selectFrom('effects')
    .select('id')
    .where('work_order_id', '=', workOrderId)
    .where('kind', '=', 'startChild')
    .execute();
  if (claims.length === 0) return [];
  const rows = await kysely
    .selectFrom('work_orders')
    .select('record')
    .where('tenant', '=', tenant)
    .where(
      'id',
      'in',
      claims.map(({ id }) => childWorkOrderId(id)),
    )
    .execute();
  return sumBySku(rows.flatMap(({ record }) => issuedIn(JSON.parse(record))));
}

interface Issued {
  readonly sku: string;
  readonly quantity: number;
}

function issuedIn(record: Json): readonly Issued[] {
  const issued = isJsonObject(record) ? record['partsIssued'] : undefined;
  if (!Array.isArray(issued)) return [];
  return issued.flatMap((one: Json) => {
    if (!isJsonObject(one)) return [];
    const { sku, quantity } = one;
    return typeof sku === 'string' && typeof quantity === 'number' ? [{ sku, quantity }] : [];
  });
}

function sumBySku(issued: readonly Issued[]): readonly JsonObject[] {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of issued) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sku, quantity]) => ({ sku, quantity }));
}
