import type { HeardEvent } from '@paidan/connectors';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The work orders of a workflow that an event of another system is about, in order of id. */
export async function matchedWorkOrders(
  kysely: Kysely<Tables>,
  asked: { readonly tenant: string; readonly workflowId: string } & Pick<HeardEvent, 'matches'>,
): Promise<readonly string[]> {
  const { tenant, workflowId, matches } = asked;
  const conditions = Object.entries(matches).map(([fact, value]) =>
    value === null || typeof value === 'object' ? sql<boolean>`false` : condition(fact, String(value)),
  );
  if (conditions.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT w.id FROM paidan.work_orders w
    WHERE w.tenant = ${tenant} AND w.workflow_id = ${workflowId} AND ${sql.join(conditions, sql` AND `)}
    ORDER BY w.id LIMIT 20`.execute(kysely);
  return rows.map(({ id }) => id);
}

function condition(fact: string, value: string) {
  const [root = '', ...path] = fact.split('.');
  const [name = '', what = ''] = path;
  if (root === 'record') return sql<boolean>`w.record::jsonb #>> ${path}::text[] = ${value}`;
  if (root === 'effect' && what === 'receipt') {
    return sql<boolean>`w.id IN (SELECT e.work_order_id FROM paidan.effects e WHERE e.tenant = w.tenant
      AND e.outcome IS NOT NULL AND e.outcome::jsonb ->> 'receipt' = ${value}
      AND e.effect::jsonb ->> 'name' = ${name})`;
  }
  if (root !== 'workOrder') return sql<boolean>`false`;
  if (name === 'number') return sql<boolean>`w.number = ${value}`;
  return name === 'id' ? sql<boolean>`w.id = ${value}` : sql<boolean>`false`;
}
