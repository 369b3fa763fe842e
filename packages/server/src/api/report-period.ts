import { instantMs, instantOf, type TimeZone, timeZoneOf } from '@paidan/engine/time';

/** A week of a report: Monday 00:00 to Monday 00:00 local, as instants. */
export interface ReportWeek {
  /** `2026-W10`, ISO 8601. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** The week named by `2026-W10`, or the last whole one; `undefined` for what names no week. */
export function weekOf(
  period: string | undefined,
  { now, timeZone }: { readonly now: string; readonly timeZone: string },
): ReportWeek | undefined {
  const zone = timeZoneOf(timeZone);
  if (zone === undefined) return undefined;
  const monday = period === undefined ? mondayOf(localDay(now, zone)) - 7 : namedMonday(period);
  if (monday === undefined) return undefined;
  const midnight = (day: number) => instantOf(zone.instantOfLocal(day * dayMs));
  return { period: nameOf(monday), from: midnight(monday), to: midnight(monday + 7) };
}

function localDay(instant: string, zone: TimeZone): number {
  const ms = instantMs(instant);
  return Math.floor((ms + zone.offsetMs(ms)) / dayMs);
}

// Day 0, 1 January 1970, was a Thursday.
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

// The week with 4 January is the first one (ISO 8601).
function firstMonday(year: string): number {
  return mondayOf(Date.parse(`${year}-01-04T00:00:00Z`) / dayMs);
}

function namedMonday(period: string): number | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(period) ?? [];
  const number = Number(week);
  if (year === undefined || number < 1 || number > 53) return undefined;
  return firstMonday(year) + (number - 1) * 7;
}

function nameOf(monday: number): string {
  // The year of a week is that of its Thursday.
  const year = instantOf((monday + 3) * dayMs).slice(0, 4);
  const week = (monday - firstMonday(year)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
