import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWhole, replaceWhole } from './whole-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paidan-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('of many that make one file exactly one makes it, and all of them can read it whole', async () => {
  for (let round = 0; round < 50; round += 1) {
    const path = join(folder, `made-${round}`);
    const makers = ['a', 'b', 'c', 'd'].map(async (letter) => {
      const made = await makeWhole(path, letter.repeat(1000), 0o600);
      return { letter, made, read: await readFile(path, 'utf8') };
    });
    const results = await Promise.all(makers);
    const winners = results.filter((result) => result.made);
    expect(winners).toHaveLength(1);
    expect(new Set(results.map((result) => result.read))).toEqual(new Set([winners[0]?.letter.repeat(1000)]));
  }
});

test('a reader meets the former or the next content, never a part', async () => {
  const path = join(folder, 'replaced');
  const whole = ['x'.repeat(50_000), 'y'.repeat(50_000)];
  await replaceWhole(path, whole[0] ?? '', 0o600);
  const writing = (async () => {
    for (let turn = 0; turn < 200; turn += 1) await replaceWhole(path, whole[turn % 2] ?? '', 0o600);
  })();
  for (let turn = 0; turn < 200; turn += 1) expect(whole).toContain(await readFile(path, 'utf8'));
  await writing;
});

test('keeps the mode it was given and leaves nothing beside the file', async () => {
  const path = join(folder, 'secret');
  await makeWhole(path, 'text', 0o600);
  await makeWhole(path, 'other', 0o600);
  await replaceWhole(path, 'next', 0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.startsWith('secret'))).toEqual(['secret']);
});
