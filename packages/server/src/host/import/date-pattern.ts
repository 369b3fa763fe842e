import type { TimeZone } from '@paidan/engine/time';
import { instantOf, parseInstant } from '@paidan/engine/time';

/** Reads the dates of a file: `undefined` for text that is none. */
export interface DateReader {
  instant(text: string): string | undefined;
  /** `2016-02-29`, the day on the wall of the zone. */
  date(text: string): string | undefined;
}

const parts = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
};
const word = /yyyy|MM?|dd?|HH?|mm?|ss?|[A-Za-z]+|[^A-Za-z]/g;

/**
 * A reader of dates written as a pattern of `yyyy M d H m s`, a doubled letter for a leading zero; `undefined` for a
 * pattern without a whole day or with other letters. Without a pattern, dates are ISO 8601.
 */
export function dateReader(pattern: string | undefined, zone: TimeZone): DateReader | undefined {
  if (pattern === undefined) return isoReader(zone);
  const expression = expressionOf(pattern);
  if (expression === undefined) return undefined;
  const wall = (text: string) => wallClock(expression.exec(text)?.groups);
  return {
    instant: (text) => {
      const ms = wall(text);
      return ms === undefined ? undefined : instantOf(zone.instantOfLocal(ms));
    },
    date: (text) => {
      const ms = wall(text);
      return ms === undefined ? undefined : instantOf(ms).slice(0, 10);
    },
  };
}

function isoReader(zone: TimeZone): DateReader {
  const instant = (text: string) => {
    const ms = parseInstant(text);
    return ms === undefined ? undefined : instantOf(ms);
  };
  return {
    instant,
    date: (text) => {
      const ms = parseInstant(text.length === 10 ? `${text}T00:00:00Z` : text);
      if (ms === undefined) return undefined;
      return instantOf(text.length === 10 ? ms : ms + zone.offsetMs(ms)).slice(0, 10);
    },
  };
}

function expressionOf(pattern: string): RegExp | undefined {
  const words = pattern.match(word) ?? [];
  const seen = new Set<string>();
  let source = '';
  for (const piece of words) {
    const isLetters = /^[A-Za-z]/.test(piece);
    const part = Object.hasOwn(parts, piece) ? parts[piece as keyof typeof parts] : undefined;
    if (isLetters && (part === undefined || seen.has(piece.charAt(0)))) return undefined;
    if (isLetters) seen.add(piece.charAt(0));
    source += part ?? piece.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  }
  return ['y', 'M', 'd'].every((letter) => seen.has(letter)) ? new RegExp(`^${source}$`) : undefined;
}

/** Milliseconds since 1970 as if the wall were UTC; 30 February and 24:00 are no time. */
function wallClock(groups: { readonly [name: string]: string } | undefined): number | undefined {
  if (groups === undefined) return undefined;
  const [year, month, day] = [Number(groups['year']), Number(groups['month']), Number(groups['day'])];
  const [hour, minute, second] = ['hour', 'minute', 'second'].map((name) => Number(groups[name] ?? 0));
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(ms);
  const isSame =
    read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    read.getUTCHours() === hour &&
    read.getUTCMinutes() === minute &&
    read.getUTCSeconds() === second;
  return isSame ? ms : undefined;
}
