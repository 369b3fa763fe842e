import fc from 'fast-check';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { CalendarShape } from '../author/definition/calendar.ts';
import { DurationShape } from '../author/definition/duration.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { addDuration } from './add-duration.ts';
import { checkCalendar } from './check-calendar.ts';
import { instantMs, instantOf } from './instant.ts';
import { compileCalendar } from './working-calendar.ts';

const hours = ['09:00-18:00'];
const weekdays = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const split = ['13:30-18:00', '09:00-12:00'];
const shanghai = compileCalendar({ timeZone: 'Asia/Shanghai', week: weekdays });
const company = compileCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: split, tue: split, wed: split, thu: split, fri: split },
  holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' },
  workingWeekends: { '2026-10-10': ['09:00-12:00'] },
});
/** A wall time in Shanghai as an instant. */
const at = (wall: string) => instantOf(instantMs(`${wall}:00+08:00`));

describe('compileCalendar', () => {
  it('[B01] gives 8 h from Friday 17:00 on 09:00–18:00 until Monday 16:00', () => {
    expect(shanghai.addWorkingMs(at('2026-03-06T17:00'), 8 * 3_600_000)).toBe(at('2026-03-09T16:00'));
  });

  it('[B01] leaves out breaks, holidays, and works swapped workdays', () => {
    expect(company.addWorkingMs(at('2026-09-30T11:00'), 6 * 3_600_000)).toBe(at('2026-10-05T09:30'));
    expect(company.addWorkingMs(at('2026-10-09T17:00'), 2 * 3_600_000)).toBe(at('2026-10-10T10:00'));
    expect(company.isOpen(at('2026-10-10T11:59'))).toBe(true);
    expect(company.isOpen(at('2026-10-10T12:00'))).toBe(false);
    expect(company.isOpen(at('2026-10-01T10:00'))).toBe(false);
    expect(company.nextOpen(at('2026-10-01T10:00'))).toBe(at('2026-10-05T09:00'));
  });

  it('[B01] counts a business day as a calendar day that is open, never as 24 business hours', () => {
    expect(shanghai.addBusinessDays(at('2026-03-06T17:00'), 1)).toBe(at('2026-03-09T17:00'));
    expect(shanghai.addBusinessDays(at('2026-03-07T10:00'), 1)).toBe(at('2026-03-10T09:00'));
    expect(company.addBusinessDays(at('2026-10-09T17:00'), 1)).toBe(at('2026-10-10T12:00'));
    expect(shanghai.addBusinessDays(at('2026-03-07T10:00'), 0)).toBe(at('2026-03-07T10:00'));
  });

  it('ends at closing time, not at the next opening', () => {
    expect(shanghai.addWorkingMs(at('2026-03-06T17:00'), 3_600_000)).toBe(at('2026-03-06T18:00'));
  });

  it.each([
    ['Europe/Berlin', '2026-03-27T16:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    ['America/New_York', '2026-03-06T22:00:00.000Z', '2026-03-09T13:00:00.000Z'],
    ['America/New_York', '2026-10-30T21:00:00.000Z', '2026-11-02T14:00:00.000Z'],
  ])('[B01] keeps the hours on the wall of %s across a change of its clocks', (timeZone, friday, monday) => {
    const calendar = compileCalendar({ timeZone, week: weekdays });
    expect(calendar.addWorkingMs(friday, 2 * 3_600_000)).toBe(instantOf(instantMs(monday) + 3_600_000));
    expect(calendar.nextOpen(instantOf(instantMs(friday) + 3_600_000))).toBe(monday);
    expect(calendar.addBusinessDays(friday, 1)).toBe(instantOf(instantMs(monday) + 8 * 3_600_000));
  });

  it('counts the open hours of a night that has 23 or 25 of them', () => {
    const nights = ['00:00-24:00'];
    const berlin = compileCalendar({ timeZone: 'Europe/Berlin', week: { sun: nights, mon: nights } });
    expect(berlin.workingMsBetween('2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z')).toBe(
      23 * 3_600_000,
    );
    expect(berlin.workingMsBetween('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z')).toBe(
      25 * 3_600_000,
    );
  });

  const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) }).map(instantOf);
  const calendars = fc.constantFrom(
    shanghai,
    company,
    ...['Europe/Berlin', 'America/New_York', 'Asia/Shanghai'].map((timeZone) =>
      compileCalendar({ timeZone, week: { ...weekdays, sun: ['00:00-03:00'], sat: ['22:00-24:00'] } }),
    ),
    compileCalendar({ timeZone: 'Europe/Berlin', always: true }),
  );

  it('passes exactly the open time it was asked for', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 4 * 86_400_000 }), (calendar, from, ms) => {
        expect(calendar.workingMsBetween(from, calendar.addWorkingMs(from, ms))).toBe(ms);
      }),
    );
  });

  it('adds in two steps what it adds in one', () => {
    const part = fc.integer({ min: 1, max: 2 * 86_400_000 });
    fc.assert(
      fc.property(calendars, instants, part, part, (calendar, from, first, second) => {
        const twice = calendar.addWorkingMs(calendar.addWorkingMs(from, first), second);
        expect(twice).toBe(calendar.addWorkingMs(from, first + second));
      }),
    );
  });

  it('never ends business days earlier for a later start', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(5 * 86_400_000), fc.nat(5), (calendar, from, later, days) => {
        const next = instantOf(instantMs(from) + later);
        expect(calendar.addBusinessDays(from, days) <= calendar.addBusinessDays(next, days)).toBe(true);
      }),
    );
  });
});

describe('addDuration', () => {
  it.each([
    [{ seconds: 90 }, '2026-03-06T17:01:30+08:00'],
    [{ minutes: 90 }, '2026-03-06T18:30:00+08:00'],
    [{ hours: 8 }, '2026-03-07T01:00:00+08:00'],
    [{ days: 1 }, '2026-03-07T17:00:00+08:00'],
    [{ businessHours: 8 }, '2026-03-09T16:00:00+08:00'],
    [{ businessDays: 1 }, '2026-03-09T17:00:00+08:00'],
  ])('%j after Friday 17:00 is %s', (duration, due) => {
    expect(addDuration(at('2026-03-06T17:00'), duration, shanghai)).toBe(instantOf(instantMs(due)));
  });
});

describe('the shapes', () => {
  it('take exactly one unit, and no key of their own invention', () => {
    const duration = Compile(DurationShape);
    expect(duration.Check({ minutes: 5 })).toBe(true);
    for (const wrong of [
      {},
      { hours: 1, minutes: 5 },
      { weeks: 1 },
      { businessDays: 0.5 },
      { hours: -1 },
      'PT5M',
    ]) {
      expect(duration.Check(wrong), JSON.stringify(wrong)).toBe(false);
    }
    const calendar = Compile(CalendarShape);
    expect(calendar.Check({ timeZone: 'Asia/Shanghai', always: true })).toBe(true);
    expect(calendar.Check({ timeZone: 'Asia/Shanghai', week: weekdays })).toBe(true);
    const named = { '2026-10-01': { 'zh-CN': '国庆节', en: 'National Day' } };
    expect(calendar.Check({ timeZone: 'Asia/Shanghai', week: weekdays, holidays: named })).toBe(true);
    for (const wrong of [
      { timeZone: 'Asia/Shanghai' },
      { timeZone: 'Asia/Shanghai', always: false },
      { timeZone: 'Asia/Shanghai', always: true, week: weekdays },
      { timeZone: 'Asia/Shanghai', week: {} },
      { timeZone: 'Asia/Shanghai', week: { monday: hours } },
      { timeZone: 'Asia/Shanghai', week: weekdays, holidays: { tomorrow: 'x' } },
      { timeZone: 'Asia/Shanghai', week: { mon: ['9-18'] } },
    ]) {
      expect(calendar.Check(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});

describe('checkCalendar', () => {
  it('reports every problem at once', () => {
    const calendar = {
      timeZone: 'Mars/Base',
      week: { mon: ['18:00-09:00', '09:00-12:00'] },
      holidays: { '2026-02-30': 'x' },
      workingWeekends: { '2026-02-28': ['12:00-12:00'] },
    };
    expect(checkCalendar(calendar, '/calendars/c').map(({ code, pointer }) => [code, pointer])).toEqual([
      ['calendar/unknown-zone', '/calendars/c/timeZone'],
      ['calendar/invalid-hours', '/calendars/c/week/mon/0'],
      ['calendar/invalid-date', '/calendars/c/holidays/2026-02-30'],
      ['calendar/invalid-hours', '/calendars/c/workingWeekends/2026-02-28/0'],
    ]);
    expect(() => compileCalendar(calendar)).toThrow(WorkflowFault);
    expect(checkCalendar({ timeZone: 'UTC', week: {} }, '')[0]?.code).toBe('calendar/no-open-minute');
    expect(checkCalendar({ timeZone: 'UTC', always: true }, '')).toEqual([]);
  });
});
