import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFault } from '../store-fault.ts';
import { makeWhole, replaceWhole } from '../whole-file.ts';
import { freePort } from './free-port.ts';

/** What `paidan.json` remembers of a cluster. Readable by its owner only. */
export interface ClusterSecret {
  readonly port: number;
  readonly password: string;
  readonly major: number;
}

export const postgresMajor = 18;

/**
 * The port and password of the cluster of this data directory, made on the first start. Two processes that
 * start at once agree, because the file can be made only once.
 */
export async function readOrMakeSecret(dataDir: string): Promise<ClusterSecret> {
  const path = join(dataDir, 'paidan.json');
  const known = await readSecret(path);
  if (known !== undefined) return known;
  const made = {
    port: await freePort(),
    password: randomBytes(24).toString('base64url'),
    major: postgresMajor,
  };
  if (await makeWhole(path, JSON.stringify(made), 0o600)) return made;
  const other = await readSecret(path);
  if (other === undefined) throw damaged(path);
  return other;
}

/** Remembers another port. */
export async function rememberPort(
  dataDir: string,
  secret: ClusterSecret,
  port: number,
): Promise<ClusterSecret> {
  const path = join(dataDir, 'paidan.json');
  const changed = { ...secret, port };
  await replaceWhole(path, JSON.stringify(changed), 0o600);
  return changed;
}

async function readSecret(path: string): Promise<ClusterSecret | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined || text === '') return undefined;
  const read = parsed(text);
  return isSecret(read) ? read : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Reported as a damaged file, with its path.
    return undefined;
  }
}

function isSecret(read: unknown): read is ClusterSecret {
  if (typeof read !== 'object' || read === null) return false;
  const { port, password, major } = read as Partial<Record<keyof ClusterSecret, unknown>>;
  return typeof port === 'number' && typeof password === 'string' && typeof major === 'number';
}

function damaged(path: string): Error {
  return storeFault('store/not-started', {
    zh: `文件 ${path} 已损坏，读不出数据库的端口和密码。请从备份恢复该文件后重新启动。`,
    en:
      `${path} is damaged: the database's port and password cannot be read. Restore it from a ` +
      `backup, then start again.`,
    remedy: 'wait-for-person',
  });
}
