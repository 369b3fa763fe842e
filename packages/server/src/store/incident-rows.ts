import type { Json, JsonObject } from '@paidan/engine/issue';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export interface IncidentListing {
  readonly id: string;
  readonly kind: string;
  readonly status: 'open' | 'settled';
  readonly openedAt: string;
  readonly settledAt?: string;
  readonly cause: JsonObject;
  readonly workOrder?: { readonly id: string; readonly number: string };
}

export interface IncidentFilter {
  readonly tenant: string;
  readonly status?: string;
  readonly id?: string;
}

/** Incidents, newest first, at most 200. */
export async function listIncidents(
  kysely: Kysely<Tables>,
  { tenant, status, id }: IncidentFilter,
): Promise<readonly IncidentListing[]> {
  const rows = await kysely
    .selectFrom('incidents as i')
    .leftJoin('work_orders as w', 'w.id', 'i.work_order_id')
    .select(['i.id', 'i.kind', 'i.status', 'i.opened_at', 'i.settled_at', 'i.cause'])
    .select(['w.id as work_order_id', 'w.number'])
    .where('i.tenant', '=', tenant)
    .$if(status !== undefined, (query) => query.where(sql<boolean>`i.status = ${status}`))
    .$if(id !== undefined, (query) => query.where('i.id', '=', id ?? ''))
    .orderBy('i.opened_at', 'desc')
    .orderBy('i.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    openedAt: row.opened_at,
    cause: JSON.parse(row.cause),
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
    ...(row.work_order_id === null || row.number === null
      ? {}
      : { workOrder: { id: row.work_order_id, number: row.number } }),
  }));
}

export interface DeliveryListing {
  readonly id: string;
  readonly workOrderId: string;
  readonly number: string;
  readonly operation: string;
  readonly status: string;
  readonly attempt: number;
  readonly nextAt?: string;
  readonly effect: JsonObject;
  readonly outcome?: Json;
}

/** Calls to other systems, newest first, at most 200. */
export async function listDeliveries(
  kysely: Kysely<Tables>,
  { tenant, status }: { readonly tenant: string; readonly status?: string },
): Promise<readonly DeliveryListing[]> {
  const rows = await kysely
    .selectFrom('effects as e')
    .innerJoin('work_orders as w', 'w.id', 'e.work_order_id')
    .select(['e.id', 'e.work_order_id', 'w.number', 'e.operation', 'e.status', 'e.attempt', 'e.next_at'])
    .select(['e.effect', 'e.outcome'])
    .where('e.tenant', '=', tenant)
    .where('e.kind', '=', 'call')
    .$if(status !== undefined, (query) => query.where(sql<boolean>`e.status = ${status}`))
    .orderBy('e.asked_at', 'desc')
    .orderBy('e.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workOrderId: row.work_order_id,
    number: row.number,
    operation: row.operation ?? '',
    status: row.status,
    attempt: row.attempt,
    effect: JSON.parse(row.effect),
    ...(row.next_at === null ? {} : { nextAt: row.next_at }),
    ...(row.outcome === null ? {} : { outcome: JSON.parse(row.outcome) }),
  }));
}
