import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One text file of the repository, its path relative to the root and with `/` between folders. */
export type SourceFile = { readonly path: string; readonly text: string };

const SKIPPED = /^(node_modules|dist|coverage|test-results|playwright-report|\..+)$/;
const READ = /\.(ts|tsx|mjs|json|md|yaml|css|html)$/;
const NOT_OURS = /pnpm-lock\.yaml$|\.gen\.(ts|json)$/;

/** Every text file below `root` that people wrote, in the order of their paths. */
export async function readSources(root: string, folder = ''): Promise<readonly SourceFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly SourceFile[]> => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : readSources(root, path);
      if (!READ.test(entry.name) || NOT_OURS.test(entry.name)) return [];
      return [{ path, text: await readFile(join(root, path), 'utf8') }];
    }),
  );
  return found.flat().toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

export function isCode({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

export function isTest({ path }: SourceFile): boolean {
  return /\.(test|test-d|walk|spec)\.tsx?$/.test(path);
}

export function lineCount({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
