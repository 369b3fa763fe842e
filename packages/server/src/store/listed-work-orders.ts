import type { Snapshot } from '@paidan/engine';
import type { Instant } from '@paidan/engine/time';
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { candidateKeys } from './open-tasks.ts';
import type { Tables } from './tables.ts';

/** What lists can be asked for by name. */
export const listViews = ['all', 'mine', 'unassigned', 'overdue', 'urged', 'today'] as const;
export type ListView = (typeof listViews)[number];

/** Versions whose roles let this person see their work orders, and what of a record may be searched there. */
export interface SearchableVersions {
  readonly hashes: readonly string[];
  /** Paths into the record that are read in plain: parts of a text are found. */
  readonly plain: readonly (readonly string[])[];
  /** Paths read only in shortened form: a whole value is found, a part is not. */
  readonly masked: readonly (readonly string[])[];
}

export interface ListQuestion {
  readonly person: { readonly tenant: string; readonly id: string; readonly roles: readonly string[] };
  readonly versions: readonly SearchableVersions[];
  readonly workflowId?: string;
  readonly view: ListView;
  readonly q?: string;
  readonly at: Instant;
  readonly timeZone: string;
  readonly sort: 'created' | 'updated';
  readonly after?: { readonly at: Instant; readonly id: string };
  readonly limit: number;
}

export interface ListedWorkOrder {
  readonly snapshot: Snapshot;
  readonly hash: string;
  /** The instant this list is sorted by. */
  readonly sortedAt: Instant;
}

const countedTo = 10_000;

/** One page, newest first, and how many there are, exact up to 10,000. */
export async function listWorkOrders(
  kysely: Kysely<Tables>,
  question: ListQuestion,
): Promise<{ readonly rows: readonly ListedWorkOrder[]; readonly count: number; readonly exact: boolean }> {
  const { sort, after, limit } = question;
  const column = sort === 'created' ? 'created_at' : 'updated_at';
  let page = kysely
    .selectFrom('work_orders')
    .select(['id', 'snapshot', 'record', 'workflow_hash', `${column} as sorted_at`])
    .where((where) => conditions(where, question))
    .orderBy(column, 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after !== undefined)
    page = page.where(sql<boolean>`(${sql.ref(column)}, id) < (${after.at}::timestamptz, ${after.id})`);
  const counting = kysely
    .selectFrom(
      kysely
        .selectFrom('work_orders')
        .select('id')
        .where((where) => conditions(where, question))
        .limit(countedTo + 1)
        .as('found'),
    )
    .select(sql<number>`count(*)::int`.as('count'));
  const [rows, { count }] = await Promise.all([page.execute(), counting.executeTakeFirstOrThrow()]);
  return {
    rows: rows.map((row) => ({
      snapshot: { ...JSON.parse(row.snapshot), record: JSON.parse(row.record) },
      hash: row.workflow_hash,
      sortedAt: row.sorted_at,
    })),
    count: Math.min(count, countedTo),
    exact: count <= countedTo,
  };
}

type Where = ExpressionBuilder<Tables, 'work_orders'>;

function conditions(where: Where, question: ListQuestion): Expression<SqlBool> {
  const { person, versions, workflowId, q } = question;
  const seen = versions.map((group) => ofVersions(where, group, q));
  return where.and([
    where('tenant', '=', person.tenant),
    seen.length === 0 ? sql<boolean>`false` : where.or(seen),
    ...(workflowId === undefined ? [] : [where('workflow_id', '=', workflowId)]),
    ...viewed(where, question),
  ]);
}

function ofVersions(where: Where, group: SearchableVersions, q: string | undefined): Expression<SqlBool> {
  const pinned = where('workflow_hash', 'in', [...group.hashes]);
  if (q === undefined) return pinned;
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const at = (path: readonly string[]) => sql`(record::jsonb #>> ${path}::text[])`;
  const found = [
    where('number', 'ilike', part),
    ...group.plain.map((path) => sql<boolean>`${at(path)} ILIKE ${part}`),
    ...group.masked.map((path) => sql<boolean>`${at(path)} IN (${q}, ${`+86${q}`})`),
  ];
  return where.and([pinned, where.or(found)]);
}

function viewed(where: Where, { view, person, at, timeZone }: ListQuestion): Expression<SqlBool>[] {
  const isOpen = where('status', '<>', 'ended');
  switch (view) {
    case 'all':
      return [];
    case 'unassigned':
      return [isOpen, where('assignees', '=', '{}')];
    case 'today':
      return [
        sql<boolean>`created_at >= date_trunc('day', ${at}::timestamptz, ${timeZone})`,
        sql<boolean>`created_at < date_trunc('day', ${at}::timestamptz, ${timeZone}) + interval '1 day'`,
      ];
    case 'overdue':
      return [
        isOpen,
        sql<boolean>`EXISTS (SELECT FROM jsonb_each(snapshot::jsonb -> 'clocks') AS clock
          WHERE clock.value ->> 'state' = 'breached'
            OR (clock.value ->> 'state' IN ('running', 'warned')
              AND (clock.value ->> 'dueAt')::timestamptz < ${at}::timestamptz))`,
      ];
    case 'urged':
      return [isOpen, sql<boolean>`snapshot::jsonb #>> '{heard,urge,0}' IS NOT NULL`];
    case 'mine':
      return [isOpen, where.or([isAssigned(person.id), hasTask(where, person)])];
  }
}

function isAssigned(personId: string) {
  return sql<boolean>`EXISTS (SELECT FROM jsonb_each(assignees::jsonb) AS held
    WHERE held.value ->> 'id' = ${personId})`;
}

function hasTask(where: Where, person: ListQuestion['person']): Expression<SqlBool> {
  return where.exists(
    where
      .selectFrom('tasks')
      .select('tasks.id')
      .whereRef('tasks.work_order_id', '=', 'work_orders.id')
      .where('tasks.status', '=', 'open')
      .where((task) =>
        task.or([
          task('tasks.claimed_by', '=', person.id),
          task.and([
            task('tasks.claimed_by', 'is', null),
            task('tasks.candidates', '&&', task.val(candidateKeys(person))),
          ]),
        ]),
      ),
  );
}

/** Work orders by id, as the list shows them. */
export async function workOrdersOf(
  kysely: Kysely<Tables>,
  { tenant, ids }: { readonly tenant: string; readonly ids: readonly string[] },
): Promise<readonly ListedWorkOrder[]> {
  if (ids.length === 0) return [];
  const rows = await kysely
    .selectFrom('work_orders')
    .select(['snapshot', 'record', 'workflow_hash', 'created_at'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toListed);
}

/** Work orders of a tenant begun since an instant, for measures; or those that stand at one of these steps. */
export async function selectWorkOrders(
  kysely: Kysely<Tables>,
  question: { readonly tenant: string; readonly since?: Instant; readonly steps?: readonly string[] },
): Promise<readonly ListedWorkOrder[]> {
  const { tenant, since, steps } = question;
  const rows = await kysely
    .selectFrom('work_orders')
    .select(['snapshot', 'record', 'workflow_hash', 'created_at'])
    .where('tenant', '=', tenant)
    .$if(since !== undefined, (query) => query.where('created_at', '>=', since ?? ''))
    .$if(steps !== undefined, (query) =>
      query.where('status', '=', 'open').where('steps', '&&', sql.val([...(steps ?? [])])),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(5_000)
    .execute();
  return rows.map(toListed);
}

function toListed(row: {
  snapshot: string;
  record: string;
  workflow_hash: string;
  created_at: string;
}): ListedWorkOrder {
  return {
    snapshot: { ...JSON.parse(row.snapshot), record: JSON.parse(row.record) },
    hash: row.workflow_hash,
    sortedAt: row.created_at,
  };
}

/** Work orders that say they come from this one: children and linked ones. */
export async function linkedWorkOrders(
  kysely: Kysely<Tables>,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string },
): Promise<readonly { readonly id: string; readonly number: string; readonly link: string }[]> {
  const rows = await kysely
    .selectFrom('work_orders')
    .select(['id', 'number'])
    .select(sql<string>`snapshot::jsonb #>> '{origin,as}'`.as('link'))
    .where('tenant', '=', tenant)
    .where(sql<boolean>`snapshot::jsonb #>> '{origin,workOrderId}' = ${workOrderId}`)
    .orderBy('created_at')
    .execute();
  return rows;
}
