import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('the score interval of a share', () => {
  it.each([
    [5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('%i of %i lies within %f and %f', (successes, cases, low, high) => {
    const [from, to] = wilsonInterval(successes, cases);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  it('says nothing about no cases', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('holds the share itself and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (cases, drawn) => {
        const successes = Math.min(drawn, cases);
        const [low, high] = wilsonInterval(successes, cases);
        const [lowOfMore, highOfMore] = wilsonInterval(successes * 4, cases * 4);
        expect(low).toBeLessThanOrEqual(successes / cases);
        expect(high).toBeGreaterThanOrEqual(successes / cases);
        expect(highOfMore - lowOfMore).toBeLessThan(high - low);
      }),
    );
  });
});
