import type { Snapshot } from '@paidan/engine';
import type { Kysely, Selectable } from 'kysely';
import type { LoadedWorkOrder } from './commit-input.ts';
import type { Tables } from './tables.ts';

interface Which {
  readonly tenant: string;
  readonly workOrderId: string;
}

/**
 * A work order of this tenant as it stands, or `undefined`: a foreign one is as unknown as one that never
 * was.
 */
export async function loadWorkOrder(
  kysely: Kysely<Tables>,
  { tenant, workOrderId }: Which,
): Promise<LoadedWorkOrder | undefined> {
  const row = await selectOne(kysely, { tenant, workOrderId }).executeTakeFirst();
  return row && loaded(row);
}

/** The same, with the row locked until the transaction ends: whoever waited longest decides next. */
export async function lockWorkOrder(
  transaction: Kysely<Tables>,
  { tenant, workOrderId }: Which,
): Promise<LoadedWorkOrder | undefined> {
  const row = await selectOne(transaction, { tenant, workOrderId }).forUpdate().executeTakeFirst();
  return row && loaded(row);
}

export interface OverdueWorkOrder extends Which {
  readonly dueAt: string;
}

/** Work orders with something due at or before an instant, oldest first. */
export async function overdueWorkOrders(
  kysely: Kysely<Tables>,
  { at, limit }: { readonly at: string; readonly limit: number },
): Promise<readonly OverdueWorkOrder[]> {
  const rows = await kysely
    .selectFrom('work_orders')
    .select(['tenant', 'id as workOrderId', 'next_due_at as dueAt'])
    .where('next_due_at', '<=', at)
    .orderBy('next_due_at')
    .limit(limit)
    .execute();
  return rows.flatMap(({ dueAt, ...which }) => (dueAt === null ? [] : [{ ...which, dueAt }]));
}

/** The earliest instant at which anything is due anywhere. */
export async function earliestDue(kysely: Kysely<Tables>): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('work_orders')
    .select('next_due_at')
    .where('next_due_at', 'is not', null)
    .orderBy('next_due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_due_at ?? undefined;
}

/** A number for people, never given twice: `WO-000001`. */
export async function nextNumber(kysely: Kysely<Tables>): Promise<string> {
  const { number } = await kysely
    .selectNoFrom((expression) => expression.fn<string>('paidan.next_number').as('number'))
    .executeTakeFirstOrThrow();
  return number;
}

function selectOne(kysely: Kysely<Tables>, { tenant, workOrderId }: Which) {
  return kysely
    .selectFrom('work_orders')
    .select(['tenant', 'record', 'snapshot', 'next_due_at', 'journal_head'])
    .where('id', '=', workOrderId)
    .where('tenant', '=', tenant);
}

type LoadedRow = Pick<
  Selectable<Tables['work_orders']>,
  'tenant' | 'record' | 'snapshot' | 'next_due_at' | 'journal_head'
>;

function loaded(row: LoadedRow): LoadedWorkOrder {
  // The stored snapshot has no record: it stands in a column of its own, once.
  const snapshot: Snapshot = { ...JSON.parse(row.snapshot), record: JSON.parse(row.record) };
  const due = row.next_due_at === null ? {} : { nextDueAt: row.next_due_at };
  return { tenant: row.tenant, snapshot, journalHead: row.journal_head, ...due };
}
