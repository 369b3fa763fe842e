import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./embed-engine.ts', import.meta.url));

test('[B51] the engine alone, with storage of its own, takes at most 40 lines and runs', () => {
  expect(readFileSync(program, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  const printed = execFileSync(process.execPath, ['--conditions=paidan-source', program], {
    encoding: 'utf8',
  });
  expect(printed).toContain('stands at closed with {"done":true}');
});
