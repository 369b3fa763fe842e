import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockLedger, dueAt, instantAtShare, isPaused, type Pause, remaining } from './clock-ledger.ts';
import { addMs, instantMs, instantOf } from './instant.ts';
import { compileCalendar } from './working-calendar.ts';

const hour = 3_600_000;
const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const workdays = compileCalendar({ timeZone: 'Asia/Shanghai', week });
const always = compileCalendar({ timeZone: 'Asia/Shanghai', always: true });
const at = (wall: string) => instantOf(instantMs(`${wall}:00+08:00`));
const friday = at('2026-03-06T17:00');
const pause = (from: string, to?: string): Pause => ({
  reason: 'waits-for-part',
  from: at(from),
  ...(to === undefined ? {} : { to: at(to) }),
});
const clock = (budget: ClockLedger['budget'], ...pauses: Pause[]): ClockLedger => ({
  budget,
  startedAt: friday,
  pauses,
});

describe('dueAt', () => {
  it('[B01] counts open time for hours and open calendar days for business days', () => {
    expect(dueAt(clock({ businessHours: 8 }), workdays)).toBe(at('2026-03-09T16:00'));
    expect(dueAt(clock({ minutes: 90 }), workdays)).toBe(at('2026-03-09T09:30'));
    expect(dueAt(clock({ businessDays: 1 }), workdays)).toBe(at('2026-03-09T17:00'));
    expect(dueAt(clock({ days: 1 }), workdays)).toBe(at('2026-03-07T17:00'));
    expect(dueAt(clock({ hours: 8 }), always)).toBe(at('2026-03-07T01:00'));
  });

  it('[B02] moves on by the open time of each pause', () => {
    const two = [
      pause('2026-03-06T17:30', '2026-03-09T10:00'),
      pause('2026-03-09T12:00', '2026-03-09T13:00'),
    ];
    expect(dueAt(clock({ businessHours: 4 }, ...two), workdays)).toBe(at('2026-03-09T14:30'));
    expect(dueAt(clock({ businessDays: 1 }, ...two), workdays)).toBe(at('2026-03-10T10:30'));
    expect(dueAt(clock({ days: 1 }, pause('2026-03-06T18:00', '2026-03-06T20:00')), workdays)).toBe(
      at('2026-03-07T19:00'),
    );
  });

  it('is undefined while paused, and stands when the clock ran out before the pause', () => {
    const paused = clock({ businessHours: 4 }, pause('2026-03-09T10:00'));
    expect(dueAt(paused, workdays)).toBeUndefined();
    expect(isPaused(paused)).toBe(true);
    expect(dueAt(clock({ businessHours: 1 }, pause('2026-03-09T10:00')), workdays)).toBe(
      at('2026-03-06T18:00'),
    );
    expect(dueAt(clock({ businessDays: 2 }, pause('2026-03-09T10:00')), workdays)).toBeUndefined();
  });

  it('leaves a promised instant where it was promised, in whatever zone it was written', () => {
    const promised = clock(
      { until: '2026-03-09T10:00:00+08:00' },
      pause('2026-03-06T17:30', '2026-03-09T09:30'),
    );
    expect(dueAt(promised, workdays)).toBe(at('2026-03-09T10:00'));
  });

  it('does not count a pause from before the start, nor the overlap of two pauses twice', () => {
    const overlapping = [
      pause('2026-03-06T16:00', '2026-03-06T17:30'),
      pause('2026-03-06T17:15', '2026-03-06T17:45'),
    ];
    expect(dueAt(clock({ hours: 1 }, ...overlapping), always)).toBe(at('2026-03-06T18:45'));
    expect(dueAt(clock({ days: 1 }, ...overlapping), always)).toBe(at('2026-03-07T17:45'));
  });
});

describe('remaining', () => {
  it('counts down while running, stands still while paused, and goes below zero', () => {
    const paused = clock({ businessHours: 4 }, pause('2026-03-09T10:00'));
    expect(remaining(paused, workdays, at('2026-03-09T09:30'))).toBe(2.5 * hour);
    expect(remaining(paused, workdays, at('2026-03-09T11:00'))).toBe(2 * hour);
    expect(remaining(paused, workdays, at('2026-03-10T11:00'))).toBe(2 * hour);
    expect(remaining(clock({ businessHours: 2 }), workdays, at('2026-03-09T11:00'))).toBe(-1 * hour);
    expect(remaining(clock({ days: 1 }), workdays, at('2026-03-07T18:00'))).toBe(-1 * hour);
  });
});

describe('instantAtShare', () => {
  it('gives warnings before and escalations after the due instant', () => {
    const ledger = clock({ businessHours: 8 }, pause('2026-03-09T10:00', '2026-03-09T11:00'));
    expect(instantAtShare(ledger, workdays, 50)).toBe(at('2026-03-09T13:00'));
    expect(instantAtShare(ledger, workdays, 100)).toBe(dueAt(ledger, workdays));
    expect(instantAtShare(ledger, workdays, 150)).toBe(at('2026-03-10T12:00'));
    expect(instantAtShare(clock({ days: 2 }), workdays, 50)).toBe(at('2026-03-07T17:00'));
  });

  it('still stands when it lies before the pause', () => {
    const ledger = clock({ businessHours: 8 }, pause('2026-03-09T14:00'));
    expect(instantAtShare(ledger, workdays, 50)).toBe(at('2026-03-09T12:00'));
    expect(instantAtShare(ledger, workdays, 80)).toBeUndefined();
  });
});

const budgets = fc.constantFrom<ClockLedger['budget']>(
  { minutes: 22 },
  { hours: 8 },
  { days: 3 },
  { businessHours: 4 },
  { businessDays: 3 },
);
const gaps = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 20 * hour }), fc.integer({ min: 0, max: 20 * hour })),
  {
    maxLength: 4,
  },
);
const ledgers = fc
  .tuple(budgets, fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11) }), gaps)
  .map(([budget, start, stretches]): ClockLedger => {
    let cursor = instantOf(start);
    const startedAt = cursor;
    const pauses = stretches.map(([ran, stood]) => {
      const from = addMs(cursor, ran);
      cursor = addMs(from, stood);
      return { reason: 'r', from, to: cursor };
    });
    return { budget, startedAt, pauses };
  });

describe('the laws of the ledger', () => {
  it('[B02] due is start + budget + pauses on a calendar that never closes', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const due = dueAt(ledger, always) ?? '';
        const unpaused = dueAt({ ...ledger, pauses: [] }, always) ?? '';
        const counted = ledger.pauses.filter((one) => one.from < due);
        const stood = counted.reduce((sum, one) => sum + instantMs(one.to ?? '') - instantMs(one.from), 0);
        expect(due).toBe(addMs(unpaused, stood));
      }),
    );
  });

  it('[B05] a change of budget or calendar keeps every pause', () => {
    const berlin = compileCalendar({ timeZone: 'Europe/Berlin', week });
    const york = compileCalendar({ timeZone: 'America/New_York', week });
    fc.assert(
      fc.property(ledgers, budgets, fc.constantFrom(workdays, berlin, york), (ledger, budget, calendar) => {
        const before = JSON.stringify(ledger);
        const changed = { ...ledger, budget };
        const due = dueAt(changed, calendar) ?? '';
        expect(due >= (dueAt({ ...changed, pauses: [] }, calendar) ?? '')).toBe(true);
        expect(JSON.stringify({ ...changed, budget: ledger.budget })).toBe(before);
      }),
    );
  });

  it('nothing remains at the due instant, and shares stand in order', () => {
    fc.assert(
      fc.property(ledgers, fc.constantFrom(workdays, always), (ledger, calendar) => {
        const due = dueAt(ledger, calendar) ?? '';
        expect(remaining(ledger, calendar, due)).toBe(0);
        const shares = [25, 50, 75, 100, 150].map(
          (percent) => instantAtShare(ledger, calendar, percent) ?? '',
        );
        expect(shares).toEqual([...shares].sort());
      }),
    );
  });
});
