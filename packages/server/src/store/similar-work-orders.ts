import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export interface SimilarQuestion {
  readonly tenant: string;
  readonly customerId: string;
  /** Inclusive: a work order created at this instant still counts (R01). */
  readonly createdSince: string;
  readonly sn: string;
  readonly deviceType: string;
  readonly faultTags: readonly string[];
  /** The work order that asks is no duplicate of itself. */
  readonly except?: string;
}

export interface SimilarWorkOrder {
  readonly id: string;
  readonly number: string;
  readonly status: 'open' | 'suspended' | 'ended';
  readonly createdAt: string;
}

/**
 * Work orders of the same customer (R02) with the same fault (R03): the same device type (the same serial number
 * while the type is not known) and a fault class in common; where no class is known, the same serial number. Cancelled
 * ones do not count. Newest first.
 */
export async function similarWorkOrders(
  kysely: Kysely<Tables>,
  question: SimilarQuestion,
): Promise<readonly SimilarWorkOrder[]> {
  const { tenant, customerId, createdSince, except = '' } = question;
  const phones = kysely
    .selectFrom('customers')
    .select(({ ref }) => sql<string>`unnest(${ref('phones')})`.as('phone'))
    .where('tenant', '=', tenant)
    .where('id', '=', customerId);
  const rows = await kysely
    .selectFrom('work_orders')
    .select(['id', 'number', 'status', 'created_at', 'record', 'snapshot'])
    .where('tenant', '=', tenant)
    .where('created_at', '>=', createdSince)
    .where('id', '!=', except)
    .where(({ or, eb }) =>
      or([eb(recordText('customerId'), '=', customerId), eb(recordText('phone'), 'in', phones)]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows
    .filter((row) => !wasCancelled(row.snapshot) && isSameFault(JSON.parse(row.record), question))
    .map(({ id, number, status, created_at }) => ({ id, number, status, createdAt: created_at }));
}

function recordText(field: 'customerId' | 'phone') {
  return sql<string>`(record::jsonb ->> ${sql.lit(field)})`;
}

function wasCancelled(snapshot: string): boolean {
  const { outcome }: { readonly outcome?: string } = JSON.parse(snapshot);
  return outcome === 'cancelled';
}

function isSameFault(record: Json, { sn, deviceType, faultTags }: SimilarQuestion): boolean {
  if (!isJsonObject(record)) return false;
  const tags = tagsOf(record);
  if (faultTags.length === 0 || tags.length === 0) return sn !== '' && record['sn'] === sn;
  // Before the other system has told the type, the device itself is all that is known.
  const isSameDevice = deviceType === '' ? record['sn'] === sn : record['deviceType'] === deviceType;
  return isSameDevice && tags.some((tag) => faultTags.includes(tag));
}

function tagsOf({ faultTags }: JsonObject): readonly string[] {
  return Array.isArray(faultTags) ? faultTags.filter((tag) => typeof tag === 'string') : [];
}
