import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveScreens } from './static-files.ts';

let root = '';
let app: Hono;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'paidan-screens-'));
  await mkdir(join(root, 'dist', 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.js'), 'secret');
  await writeFile(join(root, 'dist', 'index.html'), '<meta nonce="{{nonce}}">');
  await writeFile(join(root, 'dist', 'assets', 'index-a1B2c3D4.js'), 'run()');
  app = new Hono().get('*', serveScreens({ directory: join(root, 'dist'), newId: () => 'n-1' }));
});

afterAll(() => rm(root, { recursive: true }));

it('answers every place of the application with its page, under a fresh nonce', async () => {
  for (const path of ['/', '/desk/work-orders/1', '/c', '/index.html']) {
    const page = await app.request(path);
    expect(await page.text()).toBe('<meta nonce="n-1">');
    expect(page.headers.get('content-security-policy')).toContain("'nonce-n-1'");
  }
});

it('keeps files named by their hash for ever', async () => {
  const script = await app.request('/assets/index-a1B2c3D4.js');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(script.headers.get('cache-control')).toContain('immutable');
});

it('hands out nothing from outside its folder, and no page for a missing script', async () => {
  for (const path of ['/../secret.js', '/..%2fsecret.js', '/%2e%2e/secret.js', '/assets/gone.js', '/%.js'])
    expect((await app.request(path)).status, path).not.toBe(200);
});
