import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A secret as it is stored: sealed, never the value. */
export interface StoredSecret {
  readonly tenant: string;
  readonly name: string;
  readonly version: number;
  readonly keyId: string;
  readonly wrappedKey: string;
  readonly sealed: string;
  readonly lastFour: string;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
}

/** The newest version of a secret. */
export async function readSecret(
  kysely: Kysely<Tables>,
  { tenant, name }: { readonly tenant: string; readonly name: string },
): Promise<StoredSecret | undefined> {
  return kysely
    .selectFrom('secrets')
    .select(['tenant', 'name', 'version', 'sealed'])
    .select(['key_id as keyId', 'wrapped_key as wrappedKey', 'last_four as lastFour'])
    .select(['written_by as writtenBy', 'written_at as writtenAt'])
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Adds a version. Says whether it was the first to do so: versions are never overwritten. */
export async function addSecret(kysely: Kysely<Tables>, secret: StoredSecret): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('secrets')
    .values({
      tenant: secret.tenant,
      name: secret.name,
      version: secret.version,
      key_id: secret.keyId,
      wrapped_key: secret.wrappedKey,
      sealed: secret.sealed,
      last_four: secret.lastFour,
      written_by: secret.writtenBy,
      written_at: secret.writtenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
