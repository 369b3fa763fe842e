import { dayMs } from './local-date.ts';
import type { HoursOfDay, OpenHours } from './open-hours.ts';
import type { TimeZone } from './time-zone.ts';

/** Open time of a calendar in milliseconds since 1970. */
export interface OpenSpans {
  addWorkingMs(from: number, ms: number): number;
  workingMsBetween(from: number, to: number): number;
  nextOpen(at: number): number;
}

/**
 * Walks local day by local day. A week with any hours always has a next open one, because only finitely many dates
 * differ from it; so every walk ends.
 */
export function openSpans(hoursOf: HoursOfDay, zone: TimeZone): OpenSpans {
  return {
    addWorkingMs(from, ms) {
      if (ms <= 0) return from;
      let left = ms;
      for (let day = localDay(from, zone); ; day += 1) {
        for (const span of hoursOf(day)) {
          const end = endOf(day, span, zone);
          const start = Math.max(from, startOf(day, span, zone));
          if (end <= start) continue;
          if (left <= end - start) return start + left;
          left -= end - start;
        }
      }
    },
    workingMsBetween(from, to) {
      let sum = 0;
      const lastDay = localDay(to, zone);
      for (let day = localDay(from, zone); day <= lastDay; day += 1) {
        for (const span of hoursOf(day)) {
          const open = Math.min(to, endOf(day, span, zone)) - Math.max(from, startOf(day, span, zone));
          if (open > 0) sum += open;
        }
      }
      return sum;
    },
    nextOpen(at) {
      for (let day = localDay(at, zone); ; day += 1) {
        for (const span of hoursOf(day)) {
          const start = startOf(day, span, zone);
          const end = endOf(day, span, zone);
          if (start < end && at < end) return Math.max(at, start);
        }
      }
    },
  };
}

/** The number of the local day an instant falls on. */
export function localDay(ms: number, zone: TimeZone): number {
  return Math.floor((ms + zone.offsetMs(ms)) / dayMs);
}

/** The instant at which a stretch of hours opens on a local day. */
export function startOf(day: number, hours: OpenHours, zone: TimeZone): number {
  return zone.instantOfLocal(day * dayMs + hours.from);
}

/** The instant at which a stretch of hours closes on a local day. */
export function endOf(day: number, hours: OpenHours, zone: TimeZone): number {
  return zone.instantOfLocal(day * dayMs + hours.to);
}
