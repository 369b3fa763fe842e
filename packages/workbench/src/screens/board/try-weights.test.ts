import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveWeight, weightsOf } from './try-weights.ts';

const weights = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer({ min: 0, max: 60 }), {
  minKeys: 2,
  maxKeys: 6,
  noNullPrototype: true,
});

it('[S28] keeps the sum when a weight moves, in whole points and none below nothing', () => {
  fc.assert(
    fc.property(weights, fc.nat(), fc.integer({ min: -20, max: 120 }), (before, pick, to) => {
      const ids = Object.keys(before);
      const moved = ids[pick % ids.length] ?? '';
      const after = moveWeight(before, moved, to);
      const sum = (all: typeof before) => Object.values(all).reduce((total, one) => total + one, 0);
      expect(sum(after)).toBe(sum(before));
      expect(Object.keys(after)).toEqual(ids);
      for (const one of Object.values(after)) expect(Number.isInteger(one) && one >= 0).toBe(true);
    }),
  );
});

it('lets the others share what is left in their old proportion', () => {
  expect(moveWeight({ near: 30, fix: 30, recent: 20, load: 20 }, 'near', 65)).toEqual({
    near: 65,
    fix: 15,
    recent: 10,
    load: 10,
  });
});

it('reads the weights of a policy in the order of the document', () => {
  const policy = { criteria: { b: { weight: 70 }, a: { weight: 30 } } };
  expect(Object.entries(weightsOf(policy))).toEqual([
    ['b', 70],
    ['a', 30],
  ]);
});
