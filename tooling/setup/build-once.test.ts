import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildOnce } from './build-once.ts';

let folder: string;
let builds: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-once-'));
  builds = 0;
  await mkdir(join(folder, 'src', 'dist'), { recursive: true });
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
});
afterEach(() => rm(folder, { recursive: true }));

const build = async () => {
  builds += 1;
};
const once = (step = build) =>
  buildOnce({ name: 'room', sources: [join(folder, 'src')], build: step, stamps: join(folder, 'stamps') });

test('builds the same sources once', async () => {
  expect(await once()).toBe('built');
  expect(await once()).toBe('unchanged');
  expect(builds).toBe(1);
});

test('builds again when a file changes, appears or moves', async () => {
  await once();
  await writeFile(join(folder, 'src', 'a.ts'), 'two');
  expect(await once()).toBe('built');
  await writeFile(join(folder, 'src', 'b.ts'), '');
  expect(await once()).toBe('built');
});

test('does not look at what was built', async () => {
  await once();
  await writeFile(join(folder, 'src', 'dist', 'a.js'), 'built');
  expect(await once()).toBe('unchanged');
});

test('tries again after a build that failed', async () => {
  const failing = once(() => Promise.reject(new Error('no space')));
  await expect(failing).rejects.toThrow('no space');
  expect(await once()).toBe('built');
});
