import { WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import { addSecret, readSecret } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import type { KeyRing } from './key-ring.ts';
import { openSecret, sealSecret } from './secret.ts';

interface SecretName {
  readonly tenant: string;
  readonly name: string;
}

/** Secrets by name. Written, never shown again; opened at the moment of sending. */
export interface Vault {
  write(secret: SecretName & { readonly value: string; readonly by: string }): Promise<void>;
  /** The newest value, or `undefined` when the name was never written. */
  resolve(secret: SecretName): Promise<string | undefined>;
}

export interface VaultOptions {
  readonly kysely: Kysely<Tables>;
  readonly ring: KeyRing;
  readonly now: () => Instant;
}

const canary = { tenant: '', name: 'canary' };

/**
 * Opens the vault. Throws `vault/wrong-key` at once when the master key is not the one this database was
 * written with.
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const vault: Vault = {
    write: (secret) => write(options, secret),
    resolve: async (secret) => {
      const stored = await readSecret(options.kysely, secret);
      return stored && openSecret(options.ring, stored, stored);
    },
  };
  if ((await vault.resolve(canary)) === undefined) {
    await addVersion(options, { ...canary, value: 'the master key fits', by: 'system' }, 1);
    await vault.resolve(canary);
  }
  return vault;
}

async function write(
  options: VaultOptions,
  secret: SecretName & { value: string; by: string },
): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const former = await readSecret(options.kysely, secret);
    if (await addVersion(options, secret, (former?.version ?? 0) + 1)) return;
  }
  throw new WorkflowFault('vault/busy', `${secret.name} is being written by others`, 'retry');
}

function addVersion(
  { kysely, ring, now }: VaultOptions,
  { tenant, name, value, by }: SecretName & { readonly value: string; readonly by: string },
  version: number,
): Promise<boolean> {
  const place = { tenant, name, version };
  return addSecret(kysely, { ...place, ...sealSecret(ring, place, value), writtenBy: by, writtenAt: now() });
}
