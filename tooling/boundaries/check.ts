import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findViolations } from './find-violations.ts';

// A check that sees nothing passes blindly; so one forbidden import is planted, and must be found, in every run.
const root = join(import.meta.dirname, '..', '..');
const planted = `packages/engine/src/issue/planted-${process.pid}.ts`;

const { modules, violations } = await plantedRun();
const found = violations.filter((violation) => violation.from === planted);
const real = violations.filter((violation) => violation.from !== planted);

for (const { rule, from, to } of real) console.error(`${rule}: ${from} must not import ${to}`);
if (modules <= 1) fail('dependency-cruiser saw no module of the workspace.');
if (!found.some(({ rule }) => rule === 'engine-order-issue')) fail('The planted import was not rejected.');
if (real.length > 0)
  fail(`${real.length} imports cross a boundary; the arrows are in tooling/boundaries/arrows.ts.`);
if (process.exitCode === undefined) console.log(`${modules} modules, no import crosses a boundary.`);

async function plantedRun() {
  const file = join(root, planted);
  await writeFile(file, "export { default } from '../time/index.ts';\n");
  try {
    return await findViolations(root);
  } finally {
    await rm(file, { force: true });
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
