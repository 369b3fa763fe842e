import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTest, readSources } from '../budgets/source-file.ts';
import { missingIds } from './missing-ids.ts';

// Which acceptance ids no test shows. For information; with `--strict` a missing id is a failure.
const ids: readonly string[] = JSON.parse(await readFile(join(import.meta.dirname, 'ids.json'), 'utf8'));
const files = await readSources(join(import.meta.dirname, '..', '..'));
const tests = files.filter((file) => isTest(file) && !file.path.startsWith('tooling/'));
const missing = missingIds(
  ids,
  tests.map(({ text }) => text),
);

console.log(`${ids.length - missing.length} of ${ids.length} acceptance ids stand in a test title.`);
if (process.argv.includes('--strict')) {
  if (missing.length > 0) {
    console.error(`Without a test: ${missing.join(' ')}`);
    process.exitCode = 1;
  }
} else if (process.argv.includes('--list')) console.log(`Without a test: ${missing.join(' ')}`);
