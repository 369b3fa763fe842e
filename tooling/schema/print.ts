import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedFiles } from './published-files.ts';

// Writes the published schema of the workflow format and the reference page made from it.
const root = new URL('../../', import.meta.url);
for (const [path, text] of Object.entries(publishedFiles())) {
  writeFileSync(new URL(path, root), text);
  process.stdout.write(`${fileURLToPath(new URL(path, root))}\n`);
}
