import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { directoryFault, storeFault } from '../store-fault.ts';
import { binaryIn } from './binaries.ts';
import { readLock } from './cluster-lock.ts';
import { type ClusterPlace, own } from './cluster-place.ts';
import { type ClusterSecret, rememberPort } from './cluster-secret.ts';
import { freePort, isPortFree } from './free-port.ts';
import { runProgram } from './run-program.ts';

const startAttempts = 20;
const attemptDelayMs = 500;

/**
 * Makes sure a server runs on the cluster and returns the port it listens on: the living one, or one that
 * is started
 * apart from this process, so that Ctrl-C cannot reach it before the host has drained.
 */
export async function runCluster(place: ClusterPlace, secret: ClusterSecret): Promise<number> {
  let said = '';
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    const running = await readLock(place.pgdata);
    if (running !== undefined && running.port > 0) return running.port;
    if (running === undefined) {
      const port = (await isPortFree(secret.port)) ? secret.port : await freePort();
      const outcome = await startServer(place, port);
      if (outcome.started) {
        if (port !== secret.port) await rememberPort(place.dataDir, secret, port);
        return port;
      }
      said = outcome.said;
      if (!mayPass(said)) break;
    }
    // Backends of a killed server let go of its shared memory one after the other.
    await sleep(attemptDelayMs);
  }
  throw notStarted(place, said);
}

/** Stops the server: running statements are rolled back, everything committed is on disk. */
export async function stopCluster(place: ClusterPlace): Promise<void> {
  const flags = ['stop', '-D', place.pgdata, '-m', 'fast', '-w', '-t', '60'];
  await runProgram(binaryIn(place.binaries, 'pg_ctl'), flags, place.runAs);
}

async function startServer(place: ClusterPlace, port: number): Promise<{ started: boolean; said: string }> {
  const logFrom = await prepareLog(place);
  const flags = ['start', '-D', place.pgdata, '-l', place.log, '-w', '-t', '120', '-o', `-p ${port}`];
  const { exitCode, output } = await runProgram(binaryIn(place.binaries, 'pg_ctl'), flags, place.runAs);
  return {
    started: exitCode === 0,
    said: exitCode === 0 ? '' : `${output}\n${await readFrom(place.log, logFrom)}`,
  };
}

async function prepareLog(place: ClusterPlace): Promise<number> {
  const file = await open(place.log, 'a', 0o600);
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
    await own(place.log, place.runAs);
  }
}

async function readFrom(path: string, position: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536), position });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

const passing = /shared memory block|Address already in use|lock file .* already exists|another server might/;

function mayPass(said: string): boolean {
  return passing.test(said);
}

function notStarted(place: ClusterPlace, said: string): unknown {
  const fault = directoryFault(place.home, new Error(said));
  if (fault instanceof Error && 'remedy' in fault) return fault;
  const text = {
    zh: `数据库没有启动。原因写在 ${place.log} 里；处理后重新启动，或设置 DATABASE_URL 使用自己的数据库。`,
    en:
      `The database did not start. The reason stands in ${place.log}; cure it and start again, or ` +
      `set DATABASE_URL to a database of your own.`,
    remedy: 'wait-for-person',
  } as const;
  return storeFault('store/not-started', text, fault);
}
