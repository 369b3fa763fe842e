import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export interface VersionListing {
  readonly hash: string;
  readonly workflowId: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly note?: string;
  /** Work orders pinned to it that have not ended. */
  readonly running: number;
  /** Whether the production channel points to it. */
  readonly isCurrent: boolean;
}

/** The versions of a tenant, newest first within each workflow. */
export async function listVersions(
  kysely: Kysely<Tables>,
  { tenant, workflowId }: { readonly tenant: string; readonly workflowId?: string },
): Promise<readonly VersionListing[]> {
  let query = kysely
    .selectFrom('workflow_versions as v')
    .leftJoin('channels as c', (join) =>
      join
        .onRef('c.tenant', '=', 'v.tenant')
        .onRef('c.workflow_id', '=', 'v.workflow_id')
        .onRef('c.hash', '=', 'v.hash')
        .on('c.name', '=', 'production'),
    )
    .select(['v.hash', 'v.workflow_id', 'v.published_at', 'v.published_by', 'v.note', 'c.name as channel'])
    .select((select) =>
      select
        .selectFrom('work_orders as w')
        .whereRef('w.tenant', '=', 'v.tenant')
        .whereRef('w.workflow_hash', '=', 'v.hash')
        .where('w.status', '<>', 'ended')
        .select(sql<number>`count(*)::int`.as('running'))
        .as('running'),
    )
    .where('v.tenant', '=', tenant)
    .orderBy('v.workflow_id')
    .orderBy('v.ordinal', 'desc');
  if (workflowId !== undefined) query = query.where('v.workflow_id', '=', workflowId);
  const rows = await query.execute();
  return rows.map((row) => ({
    hash: row.hash,
    workflowId: row.workflow_id,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    ...(row.note === null ? {} : { note: row.note }),
    running: row.running ?? 0,
    isCurrent: row.channel !== null,
  }));
}
