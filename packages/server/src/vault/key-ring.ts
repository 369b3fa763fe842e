import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkflowFault } from '@paidan/engine/issue';
import { makeWhole } from '../store/whole-file.ts';

/** A master key and the name under which sealed values remember it. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The key that seals, and those that still open. */
export interface KeyRing {
  readonly current: MasterKey;
  readonly find: (id: string) => MasterKey | undefined;
  /** A key for another purpose, derived so that the master key itself is never handed on. */
  readonly derive: (purpose: string) => string;
}

export interface KeyRingOptions {
  /** 32 bytes in base64; read from a key file in `dataDir` when absent. */
  readonly secretKey?: string;
  readonly previousKey?: string;
  readonly dataDir: string;
  /**
   * In production the key must be given: a file beside the data would be lost, or copied, together with it.
   */
  readonly production?: boolean;
}

/** Opens the key ring. Throws `vault/no-key` or `vault/bad-key` with the command that makes a good one. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const { secretKey, previousKey, dataDir, production = false } = options;
  if (secretKey === undefined && production) throw noKey();
  const current = masterKey(secretKey ?? (await readKeyFile(dataDir)));
  const keys = previousKey === undefined ? [current] : [current, masterKey(previousKey)];
  return {
    current,
    find: (id) => keys.find((key) => key.id === id),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', current.key, '', purpose, 32)).toString('base64url'),
  };
}

async function readKeyFile(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret.key');
  await mkdir(dataDir, { recursive: true });
  await makeWhole(path, randomBytes(32).toString('base64'), 0o600);
  return readFile(path, 'utf8');
}

function masterKey(text: string): MasterKey {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw badKey();
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 16), key };
}

function noKey(): WorkflowFault {
  return new WorkflowFault(
    'vault/no-key',
    '生产环境必须设置 PAIDAN_SECRET_KEY（可用 openssl rand -base64 32 生成）。\n' +
      'PAIDAN_SECRET_KEY must be set in production; make one with: openssl rand -base64 32',
    'wait-for-person',
  );
}

function badKey(): WorkflowFault {
  return new WorkflowFault(
    'vault/bad-key',
    'PAIDAN_SECRET_KEY 必须是 32 字节的 base64（可用 openssl rand -base64 32 生成）。\n' +
      'PAIDAN_SECRET_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32',
    'wait-for-person',
  );
}
