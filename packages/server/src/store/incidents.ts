import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Something only a person can settle. */
export interface NewIncident {
  readonly id: string;
  readonly tenant: string;
  readonly kind: string;
  readonly cause: JsonObject;
  readonly at: Instant;
  readonly workOrderId?: string;
  readonly effectId?: string;
}

/** Opens an incident; one that is open under this id stays as it is. */
export async function openIncident(kysely: Kysely<Tables>, incident: NewIncident): Promise<void> {
  const { id, tenant, kind, cause, at, workOrderId, effectId } = incident;
  await kysely
    .insertInto('incidents')
    .values({
      ...{ id, tenant, kind, status: 'open', opened_at: at, cause: JSON.stringify(cause) },
      ...{ work_order_id: workOrderId ?? null, effect_id: effectId ?? null },
      ...{ settled_at: null, settled_by: null, settled_as: null, reason: null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export interface KnownIncident {
  readonly status: 'open' | 'settled';
  readonly effectId?: string;
}

export async function findIncident(
  kysely: Kysely<Tables>,
  { tenant, incidentId }: { readonly tenant: string; readonly incidentId: string },
): Promise<KnownIncident | undefined> {
  const row = await kysely
    .selectFrom('incidents')
    .select(['status', 'effect_id'])
    .where('tenant', '=', tenant)
    .where('id', '=', incidentId)
    .executeTakeFirst();
  return row && { status: row.status, ...(row.effect_id === null ? {} : { effectId: row.effect_id }) };
}

/** Who settled it, how and why; the incident itself stays for whoever asks later. */
export async function closeIncident(
  kysely: Kysely<Tables>,
  closed: {
    readonly tenant: string;
    readonly incidentId: string;
    readonly act: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { tenant, incidentId, act, reason, by, at } = closed;
  await kysely
    .updateTable('incidents')
    .set({ status: 'settled', settled_at: at, settled_by: by, settled_as: act, reason })
    .where('tenant', '=', tenant)
    .where('id', '=', incidentId)
    .execute();
}
