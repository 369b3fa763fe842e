import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeSlot } from './rate-bucket.ts';

const iso = (ms: number) => new Date(Date.parse('2026-01-08T00:00:00Z') + ms).toISOString();

describe('a slot of the sliding minute', () => {
  test('[S43] no minute ever holds more than it may', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 18 }), (waits, perMinute) => {
        const sends: string[] = [];
        let now = 0;
        for (const wait of waits) {
          now += wait;
          if (takeSlot({ sends, perMinute }, { at: iso(now) }).kind === 'free') sends.push(iso(now));
        }
        sends.forEach((at, nth) => {
          const next = sends[nth + perMinute];
          if (next !== undefined) expect(Date.parse(next) - Date.parse(at)).toBeGreaterThanOrEqual(60_000);
        });
      }),
    );
  });

  test('says when the next slot falls free', () => {
    const sends = [iso(0), iso(10_000)];
    expect(takeSlot({ sends, perMinute: 2 }, { at: iso(20_000) })).toEqual({
      kind: 'full',
      freeAt: iso(60_000),
    });
    expect(takeSlot({ sends, perMinute: 2 }, { at: iso(60_000) })).toEqual({ kind: 'free' });
  });

  test('keeps reserved slots for their severity', () => {
    const bucket = { sends: [iso(0)], perMinute: 3, reservedFor: { P0: 2 } };
    expect(takeSlot(bucket, { at: iso(1) }).kind).toBe('full');
    expect(takeSlot(bucket, { at: iso(1), severity: 'P0' }).kind).toBe('free');
    expect(takeSlot({ ...bucket, reservedFor: { P0: 3 } }, { at: iso(1) }).kind).toBe('full');
  });
});
