import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../store-fault.ts';

/** The server that runs on a cluster, as its `postmaster.pid` tells. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** The living server of this cluster, if there is one; a lock that nobody living holds is removed. */
export async function readLock(pgdata: string): Promise<RunningServer | undefined> {
  const path = join(pgdata, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (await isServerOf(pid, pgdata)) return { pid, port: Number(lines[3] ?? 0) };
  await rm(path, { force: true });
  return undefined;
}

/** Whether a process runs. A zombie does not: in a container without an init nobody ever reaps it. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (platform() === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
    return status !== undefined && !/^State:\s+[ZX]/m.test(status);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

// The number may have gone to another program, or to the server of another cluster; a server stands in its
// own directory.
async function isServerOf(pid: number, pgdata: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  if (platform() !== 'linux') return true;
  const [standsIn, own] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    realpath(pgdata),
  ]);
  return standsIn === undefined ? isPostgres(pid) : standsIn === own;
}

async function isPostgres(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
}
