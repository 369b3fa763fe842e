import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries, binaryIn, findBinaries } from './binaries.ts';
import { databaseUser } from './database-user.ts';
import { type RunAs, runProgram } from './run-program.ts';

/** Where one cluster lies, which programs run it, and as whom. */
export interface ClusterPlace {
  readonly dataDir: string;
  /** The parent of `pgdata`; owned by the database's user. */
  readonly home: string;
  readonly pgdata: string;
  readonly log: string;
  readonly binaries: string;
  readonly runAs: RunAs;
}

const openHome = '/var/lib/paidan';

/**
 * Finds or makes the place of the cluster that belongs to `dataDir`.
 *
 * As root the cluster belongs to another user. Where that user may not enter the data directory or the
 * installed
 * programs (a checkout below `/root`), both move to `/var/lib/paidan`, and `cluster-at` in the data
 * directory points there.
 */
export async function findPlace(wantedDir: string): Promise<ClusterPlace> {
  await mkdir(wantedDir, { recursive: true });
  const dataDir = await realpath(wantedDir);
  const runAs = await databaseUser();
  const binaries = await reachableBinaries(findBinaries(), runAs);
  const home = await findHome(dataDir, runAs);
  return { dataDir, home, pgdata: join(home, 'pg'), log: join(home, 'server.log'), binaries, runAs };
}

async function findHome(dataDir: string, runAs: RunAs): Promise<string> {
  const pointer = join(dataDir, 'cluster-at');
  const pointed = await readFile(pointer, 'utf8').catch(() => undefined);
  if (pointed !== undefined) return pointed.trim();
  if (await mayEnter(dataDir, runAs)) return dataDir;
  const id = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(openHome, id);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await own(home, runAs);
  await writeFile(pointer, `${home}\n`);
  return home;
}

async function reachableBinaries(found: Binaries, runAs: RunAs): Promise<string> {
  if (runAs.uid === undefined || (await mayEnter(join(found.root, 'bin'), runAs))) return found.root;
  const copy = join(openHome, `postgres-${found.version}`);
  if (await mayRun(binaryIn(copy, 'postgres'), runAs)) return copy;
  const making = `${copy}-making-${process.pid}`;
  await mkdir(openHome, { recursive: true, mode: 0o755 });
  await cp(found.root, making, { recursive: true, verbatimSymlinks: true });
  // Another start may have put the same copy there meanwhile; either one is good.
  await rename(making, copy).catch(() => rm(making, { recursive: true, force: true }));
  return copy;
}

/** Gives a path to the database's user; nothing to do when that is the user of this process. */
export async function own(path: string, runAs: RunAs): Promise<void> {
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(path, runAs.uid, runAs.gid);
}

// Asked of the system itself, since permission bits alone do not know of access lists.
async function mayEnter(directory: string, runAs: RunAs): Promise<boolean> {
  if (runAs.uid === undefined) return true;
  return (await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], runAs)).exitCode === 0;
}

async function mayRun(program: string, runAs: RunAs): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'test -x "$1"', 'sh', program], runAs)).exitCode === 0;
}
