import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';
import { playwrightCounts, type TestCounts, vitestCounts } from './test-counts.ts';

export type Outcome = TestCounts & { readonly name: string; readonly seconds: number };

/** One part of `npm test`. A check counts as one test; a test run counts what its report says. */
export type Suite = {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Which report the tool writes into the file named in `{report}`; none for a check. */
  readonly report?: 'vitest' | 'playwright';
};

/** Runs a part to its end, whatever it finds. The output of a check is shown only when it fails. */
export async function runSuite(suite: Suite): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'paidan-test-'));
  const file = join(folder, 'report.json');
  try {
    const fill = (text: string) => text.replace('{report}', file);
    const env = Object.fromEntries(Object.entries(suite.env ?? {}).map(([name, text]) => [name, fill(text)]));
    const args = suite.args.map(fill);
    const live = suite.report !== undefined;
    const { code, output, seconds } = await runTool({ tool: suite.tool, args, live, env });
    if (!live && code !== 0) console.log(`\n${suite.name}\n${output}`);
    const counts = live
      ? countsIn(suite, file, code)
      : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    return { name: suite.name, seconds, ...counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run that broke off, saw no test, or failed for a reason no test shows, counts as one failure. */
function countsIn({ name, report }: Suite, file: string, code: number): TestCounts {
  if (!existsSync(file)) {
    console.log(`${name}: ended without a report.`);
    return { passed: 0, failed: 1 };
  }
  const read = report === 'vitest' ? vitestCounts : playwrightCounts;
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) {
    console.log(counts.passed === 0 ? `${name}: no test ran.` : `${name}: failed outside of its tests.`);
    return { ...counts, failed: 1 };
  }
  return counts;
}
