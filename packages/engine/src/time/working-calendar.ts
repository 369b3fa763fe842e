import type { Calendar } from '../author/definition/calendar.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { type Instant, instantMs, instantOf } from './instant.ts';
import { dayMs } from './local-date.ts';
import { hoursOfDays } from './open-hours.ts';
import { type TimeZone, timeZoneOf } from './time-zone.ts';
import { openDays } from './working-days.ts';
import { type OpenSpans, openSpans } from './working-time.ts';

/** A compiled calendar. Every span it knows is half-open: at closing time it is closed. */
export interface WorkingCalendar {
  readonly timeZone: string;
  /** The instant by which `ms` milliseconds of open time have passed; `from` itself for zero or less. */
  addWorkingMs(from: Instant, ms: number): Instant;
  /** Open milliseconds between two instants, 0 when `to` is not later. Cost grows with the days between. */
  workingMsBetween(from: Instant, to: Instant): number;
  /**
   * The same time of day on the n-th later open day, moved into that day's hours. Counting starts when the calendar
   * is next open: one business day from a Saturday ends on Tuesday at opening.
   */
  addBusinessDays(from: Instant, days: number): Instant;
  isOpen(at: Instant): boolean;
  /** `at` when open then, else the next opening. */
  nextOpen(at: Instant): Instant;
}

/**
 * The calendar of a checked definition (`checkCalendar`). An unknown zone, hours that are none, or a week without any
 * are misuse: `WorkflowFault`, remedy `give-up`.
 */
export function compileCalendar(definition: Calendar): WorkingCalendar {
  const zone = timeZoneOf(definition.timeZone);
  if (zone === undefined) {
    throw new WorkflowFault('time/unknown-zone', `There is no zone "${definition.timeZone}"`, 'give-up');
  }
  if ('always' in definition) return alwaysOpen(zone);
  const hoursOf = hoursOfDays(definition);
  const spans = openSpans(hoursOf, zone);
  return fromSpans(zone, spans, openDays(hoursOf, zone, spans));
}

function fromSpans(
  zone: TimeZone,
  spans: OpenSpans,
  addDays: (from: number, days: number) => number,
): WorkingCalendar {
  return {
    timeZone: zone.name,
    addWorkingMs: (from, ms) => instantOf(spans.addWorkingMs(instantMs(from), ms)),
    workingMsBetween: (from, to) => spans.workingMsBetween(instantMs(from), instantMs(to)),
    addBusinessDays: (from, days) => instantOf(addDays(instantMs(from), days)),
    isOpen: (at) => spans.nextOpen(instantMs(at)) === instantMs(at),
    nextOpen: (at) => instantOf(spans.nextOpen(instantMs(at))),
  };
}

function alwaysOpen(zone: TimeZone): WorkingCalendar {
  return {
    timeZone: zone.name,
    addWorkingMs: (from, ms) => instantOf(instantMs(from) + Math.max(0, ms)),
    workingMsBetween: (from, to) => Math.max(0, instantMs(to) - instantMs(from)),
    addBusinessDays: (from, days) => {
      const at = instantMs(from);
      return instantOf(days <= 0 ? at : zone.instantOfLocal(at + zone.offsetMs(at) + days * dayMs));
    },
    isOpen: () => true,
    nextOpen: (at) => at,
  };
}
