export const dayMs = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD` date; `undefined` for other text and for days no month has. */
export function dayOfDate(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  return Number.isNaN(ms) || dateOfDay(ms / dayMs) !== date ? undefined : ms / dayMs;
}

/** The date of a day number, `undefined` outside the years 0000 to 9999. */
export function dateOfDay(day: number): string | undefined {
  const ms = day * dayMs;
  if (!(Math.abs(ms) <= 8.64e15)) return undefined;
  const iso = new Date(ms).toISOString();
  return iso.length === 24 ? iso.slice(0, 10) : undefined;
}

/** The date `months` later, clamped to the month's last day: 31 January plus one month is 28 or 29 February. */
export function addMonths(date: string, months: number): string | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const targetYear = Math.floor(total / 12);
  if (targetYear < 0 || targetYear > 9999) return undefined;
  const targetMonth = total - targetYear * 12 + 1;
  const clamped = Math.min(day, daysIn(targetYear, targetMonth));
  return `${digits(targetYear, 4)}-${digits(targetMonth, 2)}-${digits(clamped, 2)}`;
}

/** Whole months from one date to another, truncated towards zero; a clamped month's end counts as reached. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const span = monthCount(to) - monthCount(from);
  const reached = addMonths(from, span);
  return reached !== undefined && reached <= to ? span : span - 1;
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function monthCount(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
