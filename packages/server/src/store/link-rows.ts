import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface LinkRow {
  readonly tenant: string;
  readonly tokenHash: string;
  readonly kind: 'link' | 'session';
  readonly workOrderId: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** Keeps a link; the same token again keeps the first. */
export async function saveLink(kysely: Kysely<Tables>, link: LinkRow): Promise<void> {
  await kysely
    .insertInto('links')
    .values({
      tenant: link.tenant,
      token_hash: link.tokenHash,
      kind: link.kind,
      work_order_id: link.workOrderId,
      made_by: link.madeBy,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute();
}

/** The work order a token opens at an instant; `undefined` for an unknown token as for one that has run out. */
export async function findLink(
  kysely: Kysely<Tables>,
  { tokenHash, kind, at }: Pick<LinkRow, 'tokenHash' | 'kind'> & { readonly at: Instant },
): Promise<{ readonly tenant: string; readonly workOrderId: string } | undefined> {
  return await kysely
    .selectFrom('links')
    .select(['tenant', 'work_order_id as workOrderId'])
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', at)
    .executeTakeFirst();
}
