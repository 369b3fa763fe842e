import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, noChromium } from '../browser/chromium.ts';
import { runTool } from './run-tool.ts';
import { type Outcome, runSuite, type Suite } from './suite.ts';

// `npm test`, once everything is installed: every part runs, whatever the parts before it found.
const root = join(import.meta.dirname, '..', '..');

const checks: readonly Suite[] = [
  { name: 'build', tool: 'tsc', args: ['-b'] },
  { name: 'types', tool: 'tsc', args: ['-p', 'tsconfig.check.json'] },
  { name: 'lint', tool: 'biome', args: ['check', '.'] },
  { name: 'boundaries', tool: 'node', args: ['tooling/boundaries/check.ts'] },
  { name: 'budgets', tool: 'node', args: ['tooling/budgets/check.ts'] },
  { name: 'unused', tool: 'knip', args: [] },
];

const reported = ['--reporter=default', '--reporter=json', '--outputFile.json={report}'];

const tests: readonly Suite[] = [
  { name: 'unit', tool: 'vitest', args: ['run', '--project', 'node', ...reported], report: 'vitest' },
  { name: 'browser', tool: 'vitest', args: ['run', '--project', 'browser', ...reported], report: 'vitest' },
];

const walks: Suite = {
  name: 'walks',
  tool: 'playwright',
  args: ['test', '-c', 'tooling/playwright'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: '{report}', PAIDAN_WALK_REPORT: 'json' },
  report: 'playwright',
};

const outcomes: Outcome[] = [];
for (const suite of [...checks, ...tests, ...(existsSync(join(root, 'e2e')) ? [walks] : [])]) {
  outcomes.push(await runSuite(suite));
}
if ((await findChromium()) === undefined) console.log(noChromium);
console.log((await runTool({ tool: 'node', args: ['tooling/acceptance/check.ts'] })).output.trimEnd());

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${'part'.padEnd(12)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`);
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(
    name.padEnd(12) + `${passed}`.padStart(8) + `${failed}`.padStart(8) + seconds.toFixed(1).padStart(10),
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
