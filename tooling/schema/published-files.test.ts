import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishedFiles } from './published-files.ts';

const root = new URL('../../', import.meta.url);

describe('what is printed from the shapes', () => {
  test.each(Object.entries(publishedFiles()))('%s is up to date; otherwise run pnpm schema', (path, text) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(text);
  });
});
