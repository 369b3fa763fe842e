import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('./paidan.ts', import.meta.url));
const workflow = fileURLToPath(
  new URL('../../../../examples/it-incident/it-incident.workflow.json', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'paidan-serve-'));
const dataDir = join(folder, 'data');
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function begin(...words: readonly string[]) {
  const child = spawn(process.execPath, ['--conditions=paidan-source', bin, ...words], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
  });
  running.push(child);
  let [said, complained] = ['', ''];
  child.stderr.on('data', (piece) => {
    complained += piece;
  });
  const line = new Promise<string>((resolve) => {
    child.stdout.on('data', (piece) => {
      said += piece;
      if (said.includes('\n')) resolve(said.trim());
    });
  });
  const left = once(child, 'exit').then(([code]) => code as number | null);
  return { child, line, left, complained: () => complained };
}

test('serves, lets a worker join on the same data, and both drain when told', {
  timeout: 120_000,
}, async () => {
  const server = begin('serve', workflow, '--listen', '127.0.0.1:0', '--no-worker', '--data-dir', dataDir);
  const url = await server.line;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/api/openapi.json`)).status).toBe(200);
  const worker = begin('worker', '--queues', 'effects,plans', '--concurrency', '4', '--data-dir', dataDir);
  expect(await worker.line).toBe('effects, plans');
  worker.child.kill('SIGTERM');
  expect(await worker.left).toBe(0);
  server.child.kill('SIGINT');
  expect(await server.left).toBe(0);
});

test('a port that is taken is said in a sentence, and ends with 3', { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { left, complained } = begin('serve', '--listen', `127.0.0.1:${port}`, '--data-dir', dataDir);
  expect(await left).toBe(3);
  expect(complained()).toContain(`端口 ${port} 已被占用`);
  other.close();
});

test.each([
  [['serve', '--listen', 'everywhere'], '--listen 应为「地址:端口」或端口'],
  [['worker', '--queues', 'effects,parcels'], '没有队列「parcels」'],
  [['worker', '--concurrency', '0'], '--concurrency 应为 1 到 256 的整数'],
])('%j is bad use', { timeout: 30_000 }, async (words, sentence) => {
  const { left, complained } = begin(...words);
  expect(await left).toBe(2);
  expect(complained()).toContain(sentence);
});
