import type { Duration } from '../author/definition/duration.ts';
import { elapsedMs, hourMs } from './add-duration.ts';
import { addMs, type Instant, instantMs, instantOf } from './instant.ts';
import { dayMs } from './local-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A stretch `[from, to)` in which a clock stands still; without `to` it stands still now. */
export interface Pause {
  readonly reason: string;
  readonly from: Instant;
  readonly to?: Instant;
}

/** How long a clock may run; `until` is an instant promised to somebody, which no pause moves. */
export type ClockBudget = Duration | { readonly until: Instant };

/** All that is stored of a clock; every instant it has is derived from it. Pauses stand in order of their start. */
export interface ClockLedger {
  readonly budget: ClockBudget;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
}

/**
 * The instant at which a clock runs out, or `undefined` while it is paused; a clock that ran out before its last
 * pause began keeps its instant.
 *
 * A clock runs only while its calendar is open: seconds, minutes, hours and business hours are open time. Days are
 * calendar days and business days are open calendar days, never 24 hours of open time; a pause moves them on by its
 * own length. Pauses are half-open, so one that ends when the next begins leaves no gap. Computed afresh from the
 * ledger, because a counter kept by hand drifts: a new budget or calendar keeps every pause.
 *
 * @example dueAt({ budget: { hours: 2 }, startedAt: '2026-03-02T01:00:00.000Z', pauses: [] }, workdays)
 */
export function dueAt(ledger: ClockLedger, calendar: WorkingCalendar): Instant | undefined {
  const { budget, startedAt } = ledger;
  if ('until' in budget) return instantOf(instantMs(budget.until));
  if ('days' in budget) return movedOn(addMs(startedAt, budget.days * dayMs), ledger, elapsed);
  if ('businessDays' in budget) {
    return movedOn(calendar.addBusinessDays(startedAt, budget.businessDays), ledger, calendar);
  }
  return runOut(ledger, openMs(budget), calendar);
}

/**
 * Milliseconds the clock may still run at an instant, on its own measure; negative when overdue by so much. A paused
 * clock keeps what it had when the pause began.
 */
export function remaining(ledger: ClockLedger, calendar: WorkingCalendar, at: Instant): number {
  const seen = asSeenAt(ledger, at);
  const due = dueAt(seen, calendar) ?? at;
  const measure = measureOf(ledger.budget, calendar);
  return due >= at ? measure.workingMsBetween(at, due) : -measure.workingMsBetween(due, at);
}

/**
 * The instant at which a share of the budget has been used, for rungs; above 100 it lies past the due instant.
 * `undefined` while the clock is paused before it.
 */
export function instantAtShare(
  ledger: ClockLedger,
  calendar: WorkingCalendar,
  percent: number,
): Instant | undefined {
  if (percent === 100) return dueAt(ledger, calendar);
  const measure = measureOf(ledger.budget, calendar);
  const whole = wholeMs(ledger, calendar, measure);
  const pauses = 'until' in ledger.budget ? [] : ledger.pauses;
  return runOut({ ...ledger, pauses }, Math.round((whole * percent) / 100), measure);
}

/** Whether a pause is open. */
export function isPaused(ledger: ClockLedger): boolean {
  return ledger.pauses.some((pause) => pause.to === undefined);
}

/** The whole budget in milliseconds of its own measure; only a date or a number of days must be measured first. */
function wholeMs(ledger: ClockLedger, calendar: WorkingCalendar, measure: Measure): number {
  const { budget, startedAt } = ledger;
  if (!('until' in budget || 'days' in budget || 'businessDays' in budget)) return openMs(budget);
  const unpaused = dueAt({ ...ledger, pauses: [] }, calendar) ?? startedAt;
  return measure.workingMsBetween(startedAt, unpaused);
}

type Measure = Pick<WorkingCalendar, 'addWorkingMs' | 'workingMsBetween'>;

const elapsed: Measure = {
  addWorkingMs: addMs,
  workingMsBetween: (from, to) => Math.max(0, instantMs(to) - instantMs(from)),
};

function measureOf(budget: ClockBudget, calendar: WorkingCalendar): Measure {
  return 'days' in budget ? elapsed : calendar;
}

function openMs(budget: Exclude<Duration, { businessDays: number }>): number {
  return Math.round('businessHours' in budget ? budget.businessHours * hourMs : elapsedMs(budget));
}

function runOut(ledger: ClockLedger, budgetMs: number, measure: Measure): Instant | undefined {
  let cursor = ledger.startedAt;
  let left = budgetMs;
  for (const pause of ledger.pauses) {
    if (pause.from > cursor) {
      const ran = measure.workingMsBetween(cursor, pause.from);
      if (left <= ran) break;
      left -= ran;
    }
    if (pause.to === undefined) return undefined;
    if (pause.to > cursor) cursor = pause.to;
  }
  return measure.addWorkingMs(cursor, left);
}

function movedOn(unpaused: Instant, ledger: ClockLedger, measure: Measure): Instant | undefined {
  let due = unpaused;
  let counted = ledger.startedAt;
  for (const pause of ledger.pauses) {
    let from = pause.from;
    if (from < counted) from = counted;
    if (from >= due) break;
    if (pause.to === undefined) return undefined;
    if (pause.to <= from) continue;
    due = measure.addWorkingMs(due, measure.workingMsBetween(from, pause.to));
    counted = pause.to;
  }
  return due;
}

function asSeenAt(ledger: ClockLedger, at: Instant): ClockLedger {
  const pauses = ledger.pauses
    .filter((pause) => pause.from < at)
    .map((pause) => (pause.to === undefined || pause.to > at ? { ...pause, to: at } : pause));
  return { ...ledger, pauses };
}
