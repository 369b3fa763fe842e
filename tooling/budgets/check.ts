import { join } from 'node:path';
import { findBreaches, medianLines } from './find-breaches.ts';
import { isCode, isTest, lineCount, readSources } from './source-file.ts';

const MEDIAN_BUDGET = 90;
const WARNING = 250;

const files = await readSources(join(import.meta.dirname, '..', '..'));
const breaches = files.flatMap(findBreaches);
const median = medianLines(files);
const sources = files.filter((file) => isCode(file) && !isTest(file));

for (const { path, line, sentence } of breaches)
  console.error(`${path}${line ? `:${line}` : ''} ${sentence}`);
for (const file of sources.filter((file) => lineCount(file) > WARNING)) {
  console.log(`${file.path} has ${lineCount(file)} lines; from ${WARNING} on, look for a second idea in it`);
}
if (median > MEDIAN_BUDGET)
  console.error(`The median source has ${median} lines; the budget is ${MEDIAN_BUDGET}.`);
if (sources.length === 0) console.error('No source was seen.');
if (breaches.length > 0 || median > MEDIAN_BUDGET || sources.length === 0) process.exitCode = 1;
else console.log(`${files.length} files, median source ${median} lines, every habit kept.`);
