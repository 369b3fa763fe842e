import type { Duration } from '../author/definition/duration.ts';
import { addMs, type Instant } from './instant.ts';
import { dayMs } from './local-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export const hourMs = 3_600_000;

/**
 * The instant a duration later. Seconds, minutes, hours and days (of 86 400 000 ms) pass whether open or not; only
 * `businessHours` and `businessDays` read the calendar.
 */
export function addDuration(at: Instant, duration: Duration, calendar: WorkingCalendar): Instant {
  if ('businessHours' in duration) return calendar.addWorkingMs(at, duration.businessHours * hourMs);
  if ('businessDays' in duration) return calendar.addBusinessDays(at, duration.businessDays);
  return addMs(at, elapsedMs(duration));
}

/** The plain milliseconds of a duration in seconds, minutes, hours or days. */
export function elapsedMs(duration: Exclude<Duration, { businessHours: number } | { businessDays: number }>) {
  if ('seconds' in duration) return duration.seconds * 1000;
  if ('minutes' in duration) return duration.minutes * 60_000;
  if ('hours' in duration) return duration.hours * hourMs;
  return duration.days * dayMs;
}
