import { expect, test } from 'vitest';
import { missingIds } from './missing-ids.ts';

test('names the ids that no title carries, in their order', () => {
  const sources = ["test('[S02] starts', f)", "test('[S04][R16] waits', f); test('[S05, B01] warns', f)"];
  expect(missingIds(['S01', 'S02', 'S03', 'S04', 'S05', 'R16', 'B01'], sources)).toEqual(['S01', 'S03']);
});

test('does not take an index or a longer word for an id', () => {
  expect(missingIds(['S01'], ['list[S01x]', 'S01', '[s01]'])).toEqual(['S01']);
});
