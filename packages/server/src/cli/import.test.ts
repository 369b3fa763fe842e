import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('./paidan.ts', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/it-incident/', import.meta.url));
const file = join(example, 'incident-log.sample.csv');
const map = join(example, 'incident-log.import.json');
const folder = mkdtempSync(join(tmpdir(), 'paidan-import-cli-'));
const dataDir = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function paidan(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=paidan-source', bin, ...words],
    { encoding: 'utf8', cwd: folder, env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } },
  );
  return { status, stdout, stderr };
}

test('[S78] preview shows what rows become, without a database', { timeout: 30_000 }, () => {
  const { status, stdout } = paidan('import', file, '--map', map, '--preview', '4');
  expect(stdout).toContain('INC0000045  2016-02-29T01:16:00.000Z  {"category":"Category 55"');
  expect(stdout).toContain('2016-02-29T08:53:00.000Z  resolved  {"code":"code 5"}');
  expect(status).toBe(0);
});

test('[S78] import publishes the workflow beside its map, reports and is repeatable', {
  timeout: 120_000,
}, () => {
  const words = ['import', file, '--map', map, '--replay', '--data-dir', dataDir] as const;
  const first = paidan(...words, '--refused', 'refused.csv');
  expect(first.stderr).toContain('正在导入');
  expect(first.stdout).toContain('337（新增 337 · 已导入过 0 · 拒收 0）');
  expect(first.stdout).toContain('2,139：comment 598、assigned 391');
  expect(first.stdout).toContain('UCI, DOI 10.24432/C57S4H, CC BY 4.0');
  expect(first.stdout).toContain('行 1946  INC0028089  unknown-state');
  expect(first.status).toBe(0);
  const refused = readFileSync(join(folder, 'refused.csv'), 'utf8').split('\r\n');
  expect(refused).toHaveLength(4);
  expect(refused[1]).toMatch(/^INC0028089,-100,.*,1946,unknown-state,符合拒收条件「unknown-state」$/);

  const again = paidan(...words, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({
    workOrders: { fresh: 0, same: 337, refused: 0 },
    refused: [{ row: 1946, cause: 'unknown-state' }, { row: 1947 }],
  });
  expect(again.status).toBe(0);

  // A refusal the map does not name is a finding.
  const broken = readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n').replace('INC0000045', '');
  writeFileSync(join(folder, 'broken.csv'), broken);
  const found = paidan('import', 'broken.csv', '--map', map, '--replay', '--data-dir', dataDir);
  expect(found.stdout).toContain('✗ 行 1    import/no-key');
  expect(found.status).toBe(1);
});

test('bad use ends with 2 and a sentence', { timeout: 30_000 }, () => {
  expect(paidan('import', file)).toMatchObject({ status: 2, stderr: '请用 --map 指定导入映射\n' });
  expect(paidan('import', 'nowhere.csv', '--map', map).stderr).toContain('读不到文件');
  expect(paidan('import', file, '--map', map, '--preview', 'all').status).toBe(2);
});

test('a map that is none is explained, and ends with 1', { timeout: 30_000 }, () => {
  const wrong = { ...JSON.parse(readFileSync(map, 'utf8')), rows: 'person' };
  writeFileSync(join(folder, 'wrong.import.json'), JSON.stringify(wrong));
  const { status, stdout } = paidan('import', file, '--map', 'wrong.import.json');
  expect(stdout).toContain('✗ /rows  definition/schema');
  expect(status).toBe(1);
});
