import type { Locale } from '@paidan/engine/issue';

/** A date as it stands, an instant as a zone's wall shows it: `2026年11月22日 10:00`. */
export function printInstant(value: string, timeZone: string, locale: Locale): string {
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) return value;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const style: Intl.DateTimeFormatOptions = isDate
    ? { dateStyle: 'long', timeZone: 'UTC' }
    : { dateStyle: 'long', timeStyle: 'short', timeZone };
  return new Intl.DateTimeFormat(locale, style).format(ms);
}
