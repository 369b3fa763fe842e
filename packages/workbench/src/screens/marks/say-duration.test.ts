import { expect, it } from 'vitest';
import { sayDuration } from './say-duration.ts';

const days = (n: number) => `${n} 天`;

it.each([
  [192_000, '3:12'],
  [-41_000, '0:41'],
  [18_192_000, '5:03:12'],
  [172_800_000, '2 天'],
])('says %i ms as %s', (ms, said) => {
  expect(sayDuration(ms, days)).toBe(said);
});
