import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('./paidan.ts', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/security-aftersales/', import.meta.url));
const workflow = join(example, 'security-aftersales.workflow.json');
const scenario = join(example, 'scenarios/urgent-at-night.scenario.json');
const folder = mkdtempSync(join(tmpdir(), 'paidan-cli-'));

function paidan(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=paidan-source', bin, ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    },
  );
  return { status, stdout, stderr };
}

test('[B27] trial tells the story of the night, in Chinese, and ends with 0', { timeout: 30_000 }, () => {
  const { status, stdout } = paidan('trial', workflow, scenario, '--coverage');
  expect(stdout).toContain('无人接单，升级到 赵主管');
  expect(stdout).toContain('✓ escalated');
  expect(stdout).toContain('覆盖：环节');
  expect(status).toBe(0);
});

test('trial ends with 1 and says why when an expectation does not hold', { timeout: 30_000 }, () => {
  const wrong = { ...JSON.parse(readFileSync(scenario, 'utf8')), expects: { end: { stands: 'archived' } } };
  const path = join(folder, 'wrong.scenario.json');
  writeFileSync(path, JSON.stringify(wrong));
  const { status, stdout } = paidan('trial', workflow, path, '--json', '--locale', 'en');
  expect(status).toBe(1);
  expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'trial/not-as-expected' }]);
});

test('lint and verify find no error in the example', { timeout: 30_000 }, () => {
  for (const command of ['lint', 'verify']) {
    const { status, stdout } = paidan(command, workflow, '--json');
    expect(status).toBe(0);
    expect(Array.isArray(JSON.parse(stdout).issues)).toBe(true);
  }
  expect(paidan('verify', workflow).stdout).toContain('没有路径可以绕过核验');
});

test('bundle writes one document without references', { timeout: 30_000 }, () => {
  const out = join(folder, 'bundled.json');
  expect(paidan('bundle', workflow, '--out', out).status).toBe(0);
  expect(readFileSync(out, 'utf8')).not.toContain('"ref"');
});

test('route plans and explains', { timeout: 30_000 }, () => {
  const routing = fileURLToPath(new URL('../../../engine/src/routing/criteria/fixtures/', import.meta.url));
  const worked = JSON.parse(readFileSync(join(routing, 'worked-case.json'), 'utf8'));
  const orders = join(folder, 'orders.json');
  const people = join(folder, 'people.json');
  writeFileSync(orders, JSON.stringify([worked.workOrder]));
  writeFileSync(people, JSON.stringify(worked.assignees));
  const facts = ['--work-orders', orders, '--assignees', people, '--at', worked.at];
  const { status, stdout } = paidan('route', join(routing, 'aftersales.policy.json'), ...facts);
  expect([status, stdout]).toMatchObject([0, expect.stringContaining('WO-7 → lin')]);
});

test('bad use ends with 2 and one sentence', { timeout: 30_000 }, () => {
  expect(paidan('fly')).toMatchObject({ status: 2, stdout: '' });
  expect(paidan('lint').status).toBe(2);
  expect(paidan('lint', 'no-such-file.json')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('读不到文件'),
  });
});
