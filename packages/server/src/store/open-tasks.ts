import type { Task } from '@paidan/engine';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface TaskRow {
  readonly task: Task;
  readonly workOrderId: string;
  readonly seenAt?: string;
}

/** Candidates as the tasks table names them. */
export function candidateKeys(person: { readonly id: string; readonly roles: readonly string[] }): string[] {
  return [person.id, ...person.roles.map((role) => `role:${role}`)];
}

/** Open tasks somebody may work on or has claimed, oldest first. */
export async function openTasksFor(
  kysely: Kysely<Tables>,
  person: { readonly tenant: string; readonly id: string; readonly roles: readonly string[] },
  limit: number,
): Promise<readonly TaskRow[]> {
  const rows = await kysely
    .selectFrom('tasks')
    .select(['task', 'work_order_id', 'seen_at'])
    .where('tenant', '=', person.tenant)
    .where('status', '=', 'open')
    .where((where) =>
      where.or([
        where('claimed_by', '=', person.id),
        where.and([
          where('claimed_by', 'is', null),
          where('candidates', '&&', where.val(candidateKeys(person))),
        ]),
      ]),
    )
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toTask);
}

/** Every open task of a tenant, oldest first. */
export async function openTasks(
  kysely: Kysely<Tables>,
  { tenant, limit }: { readonly tenant: string; readonly limit: number },
): Promise<readonly TaskRow[]> {
  const rows = await kysely
    .selectFrom('tasks')
    .select(['task', 'work_order_id', 'seen_at'])
    .where('tenant', '=', tenant)
    .where('status', '=', 'open')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toTask);
}

export async function findTask(
  kysely: Kysely<Tables>,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<TaskRow | undefined> {
  const row = await kysely
    .selectFrom('tasks')
    .select(['task', 'work_order_id', 'seen_at'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return row && toTask(row);
}

function toTask(row: { task: string; work_order_id: string; seen_at: string | null }): TaskRow {
  const seen = row.seen_at === null ? {} : { seenAt: row.seen_at };
  return { task: JSON.parse(row.task), workOrderId: row.work_order_id, ...seen };
}
