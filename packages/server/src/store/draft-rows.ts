import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Draft {
  readonly id: string;
  readonly document: JsonObject;
  readonly basedOn?: string;
  readonly revision: number;
  readonly editedAt: Instant;
}

export async function findDraft(
  kysely: Kysely<Tables>,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<Draft | undefined> {
  const row = await kysely
    .selectFrom('drafts')
    .select(['id', 'document', 'based_on', 'revision', 'edited_at'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const based = row.based_on === null ? {} : { basedOn: row.based_on };
  const { id: found, revision, edited_at: editedAt } = row;
  return { id: found, revision, editedAt, document: JSON.parse(row.document), ...based };
}

export interface DraftChange {
  readonly tenant: string;
  readonly id: string;
  readonly document: JsonObject;
  readonly basedOn?: string;
  readonly by: string;
  readonly at: Instant;
  /** The revision it was made on; 0 for a draft that does not exist yet. */
  readonly onRevision: number;
}

/** Saves a draft made on this revision; false when somebody saved in between. */
export async function saveDraft(kysely: Kysely<Tables>, change: DraftChange): Promise<boolean> {
  const content = {
    document: JSON.stringify(change.document),
    title: JSON.stringify(change.document['title'] ?? ''),
    based_on: change.basedOn ?? null,
    edited_by: change.by,
    edited_at: change.at,
  };
  const { tenant, id, onRevision } = change;
  if (onRevision === 0) {
    const made = await kysely
      .insertInto('drafts')
      .values({ tenant, id, workflow_id: id, layout: null, revision: 1, ...content })
      .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const saved = await kysely
    .updateTable('drafts')
    .set({ ...content, revision: onRevision + 1 })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('revision', '=', onRevision)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function dropDraft(
  kysely: Kysely<Tables>,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<void> {
  await kysely.deleteFrom('drafts').where('tenant', '=', tenant).where('id', '=', id).execute();
}
