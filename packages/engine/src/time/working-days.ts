import { dayMs } from './local-date.ts';
import type { HoursOfDay } from './open-hours.ts';
import type { TimeZone } from './time-zone.ts';
import { endOf, localDay, type OpenSpans, startOf } from './working-time.ts';

/** Adds open calendar days: the same wall time on the n-th later open day, moved into that day's hours. */
export function openDays(
  hoursOf: HoursOfDay,
  zone: TimeZone,
  spans: OpenSpans,
): (from: number, days: number) => number {
  return (from, days) => {
    if (days <= 0) return from;
    const start = spans.nextOpen(from);
    let day = localDay(start, zone);
    for (let left = days; left > 0; ) {
      day += 1;
      if (hoursOf(day).length > 0) left -= 1;
    }
    const wall = start + zone.offsetMs(start) - localDay(start, zone) * dayMs;
    return withinHours(day, zone.instantOfLocal(day * dayMs + wall), hoursOf, zone);
  };
}

function withinHours(day: number, at: number, hoursOf: HoursOfDay, zone: TimeZone): number {
  const hours = hoursOf(day);
  const first = hours[0];
  const last = hours.at(-1);
  if (first === undefined || last === undefined) return at;
  return Math.min(Math.max(at, startOf(day, first, zone)), endOf(day, last, zone));
}
