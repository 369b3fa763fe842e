import type { Json } from '../issue/json.ts';
import { instantOf, parseInstant } from '../time/instant.ts';
import { addMonths, dateOfDay, dayMs, dayOfDate, monthsBetween } from '../time/local-date.ts';
import { dateInZone, timeZoneOf } from '../time/time-zone.ts';
import type { Facts } from './expression.ts';

const unitMs: { readonly [unit: string]: number } = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
};
const lastInstantMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The instant handed in as `at`, null when there is none. */
export function nowOf(facts: Facts): Json {
  const at = facts['at'];
  return typeof at === 'string' && parseInstant(at) !== undefined ? at : null;
}

/** The date at `at` in the zone `timeZone`, null when either is missing. */
export function todayOf(facts: Facts): Json {
  const { at, timeZone } = facts;
  const ms = typeof at === 'string' ? parseInstant(at) : undefined;
  const zone = typeof timeZone === 'string' ? timeZoneOf(timeZone) : undefined;
  return ms === undefined || zone === undefined ? null : (dateInZone(ms, zone) ?? null);
}

/** A date moved by days, months or years, or an instant by seconds to days of 24 hours; null for anything else. */
export function dateAdd(value: Json, amount: Json, unit: Json): Json {
  if (typeof value !== 'string' || typeof unit !== 'string') return null;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) return null;
  const day = dayOfDate(value);
  if (day === undefined) return instantLater(parseInstant(value), amount, unit);
  if (unit === 'day') return dateOfDay(day + amount) ?? null;
  if (unit === 'month') return addMonths(value, amount) ?? null;
  return unit === 'year' ? (addMonths(value, amount * 12) ?? null) : null;
}

/** Whole units from the first to the second, truncated towards zero; null unless both are dates or both instants. */
export function dateDiff(from: Json, to: Json, unit: Json): Json {
  if (typeof from !== 'string' || typeof to !== 'string' || typeof unit !== 'string') return null;
  const start = dayOfDate(from);
  const end = dayOfDate(to);
  if (start === undefined || end === undefined) return instantDifference(from, to, unit);
  if (unit === 'day') return end - start;
  if (unit === 'month') return monthsBetween(from, to);
  return unit === 'year' ? Math.trunc(monthsBetween(from, to) / 12) : null;
}

function instantLater(ms: number | undefined, amount: number, unit: string): Json {
  const size = unitMs[unit];
  if (ms === undefined || size === undefined) return null;
  const later = ms + amount * size;
  return later >= Date.UTC(0, 0, 1) && later <= lastInstantMs ? instantOf(later) : null;
}

function instantDifference(from: string, to: string, unit: string): Json {
  const start = parseInstant(from);
  const end = parseInstant(to);
  const size = unitMs[unit];
  return start === undefined || end === undefined || size === undefined
    ? null
    : Math.trunc((end - start) / size);
}
