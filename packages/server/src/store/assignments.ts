import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A person's hold on a work order: a live offer, or work from its acceptance to its end. */
export interface Assignment {
  readonly personId: string;
  readonly workOrderId: string;
  readonly state: 'offered' | 'accepted' | 'under-way' | 'on-site' | 'finished';
  readonly plannedAt?: Instant;
  readonly place?: JsonObject;
  /** When it came to this state. */
  readonly since: Instant;
}

export async function assignmentsOfWorkOrder(
  kysely: Kysely<Tables>,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string },
): Promise<readonly Assignment[]> {
  const rows = await selectAssignments(kysely, tenant).where('work_order_id', '=', workOrderId).execute();
  return rows.map(assignmentOf);
}

/** Everything open of these people, and what they finished since an instant. */
export async function assignmentsOfPeople(
  kysely: Kysely<Tables>,
  asked: { readonly tenant: string; readonly personIds: readonly string[]; readonly finishedSince: Instant },
): Promise<readonly Assignment[]> {
  if (asked.personIds.length === 0) return [];
  const rows = await selectAssignments(kysely, asked.tenant)
    .where('person_id', 'in', asked.personIds)
    .where(({ or, eb }) => or([eb('state', '!=', 'finished'), eb('since', '>=', asked.finishedSince)]))
    .orderBy('person_id')
    .orderBy('work_order_id')
    .execute();
  return rows.map(assignmentOf);
}

/** Writes how one work order is held now: rows that are new or differ, and those of people who let go. */
export async function writeAssignments(
  transaction: Transaction<Tables>,
  tenant: string,
  { changed, dropped }: { readonly changed: readonly Assignment[]; readonly dropped: readonly Assignment[] },
): Promise<void> {
  for (const { personId, workOrderId } of dropped) {
    await transaction
      .deleteFrom('assignments')
      .where('tenant', '=', tenant)
      .where('person_id', '=', personId)
      .where('work_order_id', '=', workOrderId)
      .execute();
  }
  if (changed.length === 0) return;
  const rows = changed.map(({ personId, workOrderId, state, plannedAt, place, since }) => ({
    ...{ tenant, person_id: personId, work_order_id: workOrderId, state, since },
    planned_at: plannedAt ?? null,
    place: place === undefined ? null : JSON.stringify(place),
  }));
  await transaction
    .insertInto('assignments')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'person_id', 'work_order_id']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        planned_at: ref('excluded.planned_at'),
        place: ref('excluded.place'),
        since: ref('excluded.since'),
      })),
    )
    .execute();
}

/** Drops what was finished before an instant: no day counts it any more. */
export async function forgetFinished(
  kysely: Kysely<Tables>,
  { tenant, before }: { readonly tenant: string; readonly before: Instant },
): Promise<void> {
  await kysely
    .deleteFrom('assignments')
    .where('tenant', '=', tenant)
    .where('state', '=', 'finished')
    .where('since', '<', before)
    .execute();
}

function selectAssignments(kysely: Kysely<Tables>, tenant: string) {
  return kysely
    .selectFrom('assignments')
    .select(['person_id', 'work_order_id', 'state', 'planned_at', 'place', 'since'])
    .where('tenant', '=', tenant);
}

interface AssignmentRow {
  readonly person_id: string;
  readonly work_order_id: string;
  readonly state: Assignment['state'];
  readonly planned_at: string | null;
  readonly place: string | null;
  readonly since: string;
}

function assignmentOf({
  person_id,
  work_order_id,
  state,
  planned_at,
  place,
  since,
}: AssignmentRow): Assignment {
  return {
    ...{ personId: person_id, workOrderId: work_order_id, state, since },
    ...(planned_at === null ? {} : { plannedAt: planned_at }),
    ...(place === null ? {} : { place: JSON.parse(place) }),
  };
}
