import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, platform } from 'node:os';
import { join } from 'node:path';
import { storeFault } from '../store-fault.ts';
import { replaceWhole } from '../whole-file.ts';

/**
 * A file that says which machine works on a data directory. On a shared volume no lock of a process is
 * visible.
 */
export interface AliveMark {
  /** Stops touching the mark; `last` says that no process of this machine is left on the directory. */
  release(last: boolean): Promise<void>;
}

const touchEveryMs = 10_000;
const trustedForMs = 60_000;

/**
 * Marks the directory as in use by this machine, or throws `store/used-elsewhere` while another machine's
 * mark is fresh.
 */
export async function markAlive(dataDir: string): Promise<AliveMark> {
  const path = join(dataDir, 'alive');
  const machine = await machineId();
  await refuseOthers(dataDir, path, machine);
  await replaceWhole(path, machine, 0o644);
  const timer = setInterval(
    () => void replaceWhole(path, machine, 0o644).catch(() => undefined),
    touchEveryMs,
  );
  timer.unref();
  return {
    release: async (last) => {
      clearInterval(timer);
      if (last) await rm(path, { force: true });
    },
  };
}

async function refuseOthers(dataDir: string, path: string, machine: string): Promise<void> {
  const holder = await readFile(path, 'utf8').catch(() => undefined);
  if (holder === undefined || holder === machine) return;
  const ageMs = (await fileTimeMs(dataDir)) - (await stat(path)).mtimeMs;
  if (ageMs >= trustedForMs) return;
  throw storeFault('store/used-elsewhere', {
    zh: `数据目录 ${dataDir} 正被另一台机器或容器（${holder}）使用。请先停止它；如果它已经不在，一分钟后再启动。`,
    en:
      `The data directory ${dataDir} is used by another machine or container (${holder}). Stop it ` +
      `first; if it is gone, start again in a minute.`,
    remedy: 'retry',
  });
}

// The volume's own clock: those of two machines may differ by more than a minute.
async function fileTimeMs(dataDir: string): Promise<number> {
  const probe = join(dataDir, `alive-probe-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(probe, '');
    return (await stat(probe)).mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}

async function machineId(): Promise<string> {
  const boot =
    platform() === 'linux' ? await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '') : '';
  return `${hostname()} ${boot.trim()}`.trim();
}
