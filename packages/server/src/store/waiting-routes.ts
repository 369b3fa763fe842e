import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A work order at an assign step with a policy. */
export interface WaitingRoute {
  readonly workOrderId: string;
  readonly stepId: string;
  readonly pool: string;
  readonly policy: string;
  /** Nobody is being asked: it stands on a rung that waits. */
  readonly isIdle: boolean;
}

/** Writes where one work order waits now, in place of what stood there. */
export async function writeWaitingRoutes(
  transaction: Transaction<Tables>,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string },
  routes: readonly WaitingRoute[],
): Promise<void> {
  await transaction
    .deleteFrom('waiting_routes')
    .where('tenant', '=', tenant)
    .where('work_order_id', '=', workOrderId)
    .execute();
  if (routes.length === 0) return;
  const rows = routes.map(({ stepId, pool, policy, isIdle }) => ({
    ...{ tenant, work_order_id: workOrderId, step_id: stepId, pool, policy, is_idle: isIdle },
  }));
  await transaction.insertInto('waiting_routes').values(rows).execute();
}

/** Everything that waits for one pool, in order of policy and work order. */
export async function waitingRoutes(
  kysely: Kysely<Tables>,
  { tenant, pool }: { readonly tenant: string; readonly pool: string },
): Promise<readonly WaitingRoute[]> {
  const rows = await kysely
    .selectFrom('waiting_routes')
    .select(['work_order_id', 'step_id', 'pool', 'policy', 'is_idle'])
    .where('tenant', '=', tenant)
    .where('pool', '=', pool)
    .orderBy('policy')
    .orderBy('work_order_id')
    .orderBy('step_id')
    .execute();
  return rows.map(({ work_order_id, step_id, is_idle, ...row }) => ({
    ...{ ...row, workOrderId: work_order_id, stepId: step_id, isIdle: is_idle },
  }));
}

/** The pools in which somebody could be found for what waits with nobody asked. */
export async function idlePools(kysely: Kysely<Tables>, tenant: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('waiting_routes')
    .select('pool')
    .distinct()
    .where('tenant', '=', tenant)
    .where('is_idle', '=', true)
    .orderBy('pool')
    .execute();
  return rows.map(({ pool }) => pool);
}
