import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { inOneTransaction } from './transaction.ts';

/** The channel that new work orders are started from. */
const production = 'production';

export interface FrozenVersion {
  readonly tenant: string;
  readonly hash: string;
  readonly workflowId: string;
  readonly document: string;
  readonly publishedBy: string;
  readonly at: Instant;
  readonly note?: string;
}

/** Keeps the document under its hash and moves the channel to it, together. The same document twice is one version. */
export async function freezeVersion(kysely: Kysely<Tables>, version: FrozenVersion): Promise<void> {
  const { tenant, hash, workflowId, document, publishedBy, at, note } = version;
  await inOneTransaction(kysely, async (transaction) => {
    const { latest } = await transaction
      .selectFrom('workflow_versions')
      .select(({ fn }) => fn.max('ordinal').as('latest'))
      .where('tenant', '=', tenant)
      .where('workflow_id', '=', workflowId)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('workflow_versions')
      .values({
        ...{ tenant, hash, document, certificate: null, validators: null, note: note ?? null },
        ...{
          workflow_id: workflowId,
          ordinal: (latest ?? 0) + 1,
          published_by: publishedBy,
          published_at: at,
        },
      })
      .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
      .execute();
    await transaction
      .insertInto('channels')
      .values({ tenant, workflow_id: workflowId, name: production, hash, moved_at: at })
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'workflow_id', 'name']).doUpdateSet({ hash, moved_at: at }),
      )
      .execute();
  });
}

export async function currentHash(
  kysely: Kysely<Tables>,
  { tenant, workflowId }: { readonly tenant: string; readonly workflowId: string },
): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('channels')
    .select('hash')
    .where('tenant', '=', tenant)
    .where('workflow_id', '=', workflowId)
    .where('name', '=', production)
    .executeTakeFirst();
  return row?.hash;
}

export async function documentOf(
  kysely: Kysely<Tables>,
  { tenant, hash }: { readonly tenant: string; readonly hash: string },
): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('workflow_versions')
    .select('document')
    .where('tenant', '=', tenant)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.document;
}

/** Every workflow of a tenant that can be started. */
export async function workflowIds(kysely: Kysely<Tables>, tenant: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('channels')
    .select('workflow_id')
    .where('tenant', '=', tenant)
    .where('name', '=', production)
    .orderBy('workflow_id')
    .execute();
  return rows.map((row) => row.workflow_id);
}

/** The versions that new work orders of every tenant start on. */
export async function publishedVersions(
  kysely: Kysely<Tables>,
): Promise<readonly { readonly tenant: string; readonly hash: string }[]> {
  return kysely
    .selectFrom('channels')
    .select(['tenant', 'hash'])
    .distinct()
    .where('name', '=', production)
    .orderBy('tenant')
    .orderBy('hash')
    .execute();
}

/** When the first version of a workflow was published in which this id is a key. */
export async function firstPublishedWith(
  kysely: Kysely<Tables>,
  { tenant, workflowId, id }: { readonly tenant: string; readonly workflowId: string; readonly id: string },
): Promise<Instant | undefined> {
  const row = await kysely
    .selectFrom('workflow_versions')
    .select('published_at')
    .where('tenant', '=', tenant)
    .where('workflow_id', '=', workflowId)
    .where('document', 'like', `%${JSON.stringify(id).replaceAll(/[\\%_]/g, '\\$&')}:%`)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst();
  return row?.published_at;
}
