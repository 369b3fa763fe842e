import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
 * start at
 * once agree, because the file can be created only once.
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
  try {
    await writeFile(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    const other = await readSecret(path);
    if (other === undefined) throw error;
    return other;
  }
}

/** Remembers another port; renamed into place, so that a reader never meets half a file. */
export async function rememberPort(
  dataDir: string,
  secret: ClusterSecret,
  port: number,
): Promise<ClusterSecret> {
  const path = join(dataDir, 'paidan.json');
  const changed = { ...secret, port };
  await writeFile(`${path}.${process.pid}`, JSON.stringify(changed), { mode: 0o600 });
  await rename(`${path}.${process.pid}`, path);
  return changed;
}

async function readSecret(path: string): Promise<ClusterSecret | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined || text === '') return undefined;
  const read: unknown = JSON.parse(text);
  return isSecret(read) ? read : undefined;
}

function isSecret(read: unknown): read is ClusterSecret {
  if (typeof read !== 'object' || read === null) return false;
  const { port, password, major } = read as Partial<Record<keyof ClusterSecret, unknown>>;
  return typeof port === 'number' && typeof password === 'string' && typeof major === 'number';
}
