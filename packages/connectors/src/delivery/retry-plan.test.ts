import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryPlan } from './retry-plan.ts';

const anyId = fc.string({ minLength: 1 });

describe('the plan of retries', () => {
  test('[S43] waits 10, 30 and 90 s, a fifth more or less', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const { quickMs } = retryPlan(id);
        expect(quickMs.length).toBe(3);
        [10_000, 30_000, 90_000].forEach((ms, nth) => {
          expect(Math.abs((quickMs[nth] ?? 0) - ms)).toBeLessThanOrEqual(ms * 0.2);
        });
      }),
    );
  });

  test('gives one plan in two runs and different plans to different effects', () => {
    expect(retryPlan('WO-1/4/0').quickMs).toEqual(retryPlan('WO-1/4/0').quickMs);
    const plans = Array.from({ length: 50 }, (_, n) => retryPlan(`WO-${n}/4/0`).quickMs.join());
    expect(new Set(plans).size).toBe(50);
  });

  test('spreads the waits over the whole fifth', () => {
    const firsts = Array.from({ length: 2000 }, (_, n) => retryPlan(`WO-${n}/1/0`).quickMs[0] ?? 0);
    const mean = firsts.reduce((sum, ms) => sum + ms, 0) / firsts.length;
    expect(Math.abs(mean - 10_000)).toBeLessThan(100);
    expect(Math.min(...firsts)).toBeLessThan(8_100);
    expect(Math.max(...firsts)).toBeGreaterThan(11_900);
  });

  test('doubles the slow waits up to the longest', () => {
    const plan = retryPlan('e', {
      limit: 0,
      slow: { firstDelayMs: 60_000, longestDelayMs: 600_000, forMs: 1 },
    });
    expect(plan.quickMs).toEqual([]);
    expect(plan.alarmAfterMs).toBe(0);
    expect(plan.slowMs(1)).toBeGreaterThanOrEqual(96_000);
    for (const nth of [5, 60, 5000]) expect(plan.slowMs(nth)).toBeLessThanOrEqual(720_000);
  });

  test('has no slow attempts where none are declared', () => {
    expect(retryPlan('e', { limit: 1 }).slowMs(0)).toBeUndefined();
  });
});
