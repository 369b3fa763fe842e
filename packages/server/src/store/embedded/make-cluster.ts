import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryFault, errorCode, storeFault } from '../store-fault.ts';
import { binaryIn } from './binaries.ts';
import { isAlive } from './cluster-lock.ts';
import { type ClusterPlace, own } from './cluster-place.ts';
import { runProgram } from './run-program.ts';

export const databaseRole = 'paidan';

/**
 * Makes the cluster unless it is there. It grows beside its place and is renamed into it when whole, so
 * that a start
 * that died half-way, or a second start at the same time, leaves nothing to repair.
 */
export async function makeCluster(place: ClusterPlace, password: string): Promise<void> {
  if (await exists(join(place.pgdata, 'PG_VERSION'))) return;
  await clearLeftovers(place.home);
  const attempt = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const making = join(place.home, `pg-making-${attempt}`);
  await mkdir(making, { mode: 0o700 });
  await own(making, place.runAs);
  const passwordFile = join(place.home, `pg-password-${attempt}`);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await own(passwordFile, place.runAs);
    const made = await runProgram(
      binaryIn(place.binaries, 'initdb'),
      initFlags(making, passwordFile),
      place.runAs,
    );
    if (made.exitCode !== 0) throw notMade(place, made.output);
    await putInPlace(making, place.pgdata);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

function initFlags(pgdata: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${pgdata}`,
    `--username=${databaseRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // PostgreSQL's own collation: an update of the operating system cannot reorder an index.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--set=listen_addresses=127.0.0.1',
    '--set=unix_socket_directories=',
    '--set=shared_buffers=64MB',
    '--no-instructions',
  ];
}

async function putInPlace(making: string, pgdata: string): Promise<void> {
  await rename(making, pgdata).catch((error: unknown) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
  });
}

async function clearLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^pg-(?:making|password)-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !(await isAlive(Number(pid))))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

function notMade(place: ClusterPlace, output: string): unknown {
  const fault = directoryFault(place.home, new Error(output));
  if (fault instanceof Error && 'remedy' in fault) return fault;
  const text = {
    zh: `无法在 ${place.home} 创建数据库。PostgreSQL 的说明：${output.trim()}`,
    en:
      `The database could not be made in ${place.home}; PostgreSQL's own words stand above. Set ` +
      `DATABASE_URL to use a database of your own.`,
    remedy: 'wait-for-person',
  } as const;
  return storeFault('store/not-started', text, fault);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
