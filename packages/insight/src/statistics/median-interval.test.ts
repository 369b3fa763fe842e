import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval } from './median-interval.ts';

describe('the median and its interval', () => {
  it('lies between the two middle numbers of an even count', () => {
    expect(medianInterval([4, 1, 3, 2]).median).toBe(2.5);
  });

  it('has no interval below six numbers', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toEqual({ median: 3 });
    expect(medianInterval([1, 2, 3, 4, 5, 6]).interval).toEqual([1, 6]);
  });

  it.each([
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
    [100, 40, 61],
  ])('of %i numbers takes ranks %i and %i, as the published table does', (n, low, high) => {
    const numbers = Array.from({ length: n }, (_, index) => index + 1);
    expect(medianInterval(numbers).interval).toEqual([low, high]);
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        expect(medianInterval([...values].reverse())).toEqual(medianInterval(values));
      }),
    );
  });
});
