import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Step = {
  readonly name: string;
  /** Files and folders whose content decides; what was built or installed below them does not count. */
  readonly sources: readonly string[];
  readonly build: () => Promise<void>;
  /** Where stamps are kept. Default: beside the installed packages, so that a fresh installation builds afresh. */
  readonly stamps?: string;
};

const SKIPPED = new Set(['node_modules', 'dist', '.paidan']);
const STAMPS = join(import.meta.dirname, '..', '..', 'node_modules', '.paidan-built');

/** Builds unless the same sources have been built before. A build that throws leaves no stamp. */
export async function buildOnce({
  name,
  sources,
  build,
  stamps = STAMPS,
}: Step): Promise<'built' | 'unchanged'> {
  const stamp = join(stamps, name);
  const hash = await hashOf(sources);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return 'unchanged';
  await build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return 'built';
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesBelow(source)) hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(source: string): Promise<readonly string[]> {
  if ((await stat(source)).isFile()) return [source];
  const entries = await readdir(source, { withFileTypes: true });
  const kept = entries
    .filter((entry) => !SKIPPED.has(entry.name) && (entry.isFile() || entry.isDirectory()))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return (await Promise.all(kept.map((entry) => filesBelow(join(source, entry.name))))).flat();
}
