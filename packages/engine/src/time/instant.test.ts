import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { addMs, instantMs, instantOf, parseInstant } from './instant.ts';
import { addMonths, dateOfDay, dayOfDate, monthsBetween, weekdayOf } from './local-date.ts';
import { dateInZone, timeZoneOf } from './time-zone.ts';

describe('instants', () => {
  it('read every ISO form with a zone and write one', () => {
    expect(instantOf(instantMs('2026-03-02T09:00:00+08:00'))).toBe('2026-03-02T01:00:00.000Z');
    expect(addMs('2026-03-02T01:00Z', -1)).toBe('2026-03-02T00:59:59.999Z');
  });

  it.each(['2026-03-02', '2026-02-30T00:00:00Z', '2026-03-02T25:00:00Z', '2026-03-02T01:00:00', 'now', ''])(
    'refuse %s',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
      expect(() => instantMs(text)).toThrow(WorkflowFault);
    },
  );
});

describe('dates', () => {
  it('are day numbers and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = dateOfDay(day);
        expect(date === undefined ? undefined : dayOfDate(date)).toBe(day);
      }),
    );
    expect(dayOfDate('2026-02-29')).toBeUndefined();
    expect(weekdayOf(dayOfDate('2026-03-02') ?? 0)).toBe(0);
  });

  it('clamp months to the month end and count them back', () => {
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('0000-01-01', -1)).toBeUndefined();
    expect(monthsBetween('2024-01-31', '2024-02-29')).toBe(1);
    expect(monthsBetween('2024-03-01', '2024-01-31')).toBe(-1);
  });
});

describe('zones', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ];
  const instants = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2035, 0) });

  it.each(zones)('%s agrees with Intl at every instant', (name) => {
    const zone = timeZoneOf(name);
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: name, dateStyle: 'short' });
    fc.assert(
      fc.property(instants, (ms) => {
        expect(zone && dateInZone(ms, zone)).toBe(format.format(ms));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(zones)('%s finds the way back from the wall, to the earlier of two instants', (name) => {
    const zone = timeZoneOf(name);
    fc.assert(
      fc.property(instants, (ms) => {
        if (zone === undefined) throw new Error(name);
        const back = zone.instantOfLocal(ms + zone.offsetMs(ms));
        expect(back + zone.offsetMs(back)).toBe(ms + zone.offsetMs(ms));
        expect(back).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it('moves a wall time that spring skips on by the gap', () => {
    const berlin = timeZoneOf('Europe/Berlin');
    const skipped = Date.UTC(2026, 2, 29, 2, 30);
    expect(berlin && instantOf(berlin.instantOfLocal(skipped))).toBe('2026-03-29T01:30:00.000Z');
  });

  it('knows no zone on Mars', () => {
    expect(timeZoneOf('Mars/Base')).toBeUndefined();
  });
});
