import { readdir } from 'node:fs/promises';
import type { BenchLine, BenchRun } from './harness.ts';

// `pnpm bench [part of a file's or a case's name …]`: one JSON line per case on the standard output, nothing else.
const words = process.argv.slice(2);
const files = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
  .toSorted();

let printed = 0;
for (const file of files) {
  const loaded: { readonly run?: BenchRun } = await import(`./${file}`);
  if (loaded.run === undefined) continue;
  const wanted = (name: string) =>
    words.length === 0 || words.some((word) => `${file} ${name}`.includes(word));
  try {
    for await (const line of await loaded.run(wanted)) {
      if (wanted(line.case)) print(line);
    }
  } catch (cause) {
    console.error(`bench/${file} failed:`, cause);
    process.exitCode = 1;
  }
}
if (printed === 0) {
  console.error(`No bench case matches ${words.join(' ') || 'anything'}.`);
  process.exitCode = 1;
}

function print({ case: name, value, unit, baseline, ratio }: BenchLine): void {
  printed += 1;
  console.log(JSON.stringify({ case: name, value, unit, baseline, ratio }));
}
