import { dateOfDay, dayMs } from './local-date.ts';

/** One IANA zone: instants to the clock on its wall and back, in milliseconds. */
export interface TimeZone {
  readonly name: string;
  /** Wall clock minus UTC at an instant. */
  offsetMs(ms: number): number;
  /**
   * The instant at which the wall shows `localMs` (milliseconds since 1970 as if the wall were UTC). Of two such
   * instants the earlier; a wall time skipped in spring is moved on by the length of the gap.
   */
  instantOfLocal(localMs: number): number;
}

/** A stretch of eight days with at most one change of offset, the only granularity at which Intl is asked. */
interface Stretch {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

const stretchMs = 8 * dayMs;
const zones = new Map<string, TimeZone>();

/** The zone of an IANA name, or `undefined` when this engine knows no such zone. */
export function timeZoneOf(name: string): TimeZone | undefined {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = makeZone(name);
  if (zone !== undefined) zones.set(name, zone);
  return zone;
}

/** The date on the wall of a zone at an instant. */
export function dateInZone(ms: number, zone: TimeZone): string | undefined {
  return dateOfDay(Math.floor((ms + zone.offsetMs(ms)) / dayMs));
}

function makeZone(name: string): TimeZone | undefined {
  const ask = offsetReader(name);
  if (ask === undefined) return undefined;
  const stretches = new Map<number, Stretch>();
  const offsetMs = (ms: number): number => {
    const index = Math.floor(ms / stretchMs);
    let stretch = stretches.get(index);
    if (stretch === undefined) {
      stretch = surveyStretch(index * stretchMs, ask);
      stretches.set(index, stretch);
    }
    return ms < stretch.changesAt ? stretch.before : stretch.after;
  };
  const instantOfLocal = (localMs: number): number => {
    const earlier = offsetMs(localMs - dayMs);
    const later = offsetMs(localMs + dayMs);
    if (earlier === later || offsetMs(localMs - earlier) === earlier) return localMs - earlier;
    return offsetMs(localMs - later) === later ? localMs - later : localMs - earlier;
  };
  return { name, offsetMs, instantOfLocal };
}

function surveyStretch(from: number, ask: (ms: number) => number): Stretch {
  const before = ask(from);
  const after = ask(from + stretchMs);
  if (before === after) return { before, changesAt: Number.POSITIVE_INFINITY, after };
  let low = from;
  let high = from + stretchMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: high, after };
}

function offsetReader(name: string): ((ms: number) => number) | undefined {
  const format = dateFormat(name);
  if (format === undefined) return undefined;
  return (ms) => {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] =
      /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(format.format(ms)) ?? [];
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -size : size;
  };
}

function dateFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    // Intl offers no other way to ask whether a name is known; the caller says so as an issue.
    return undefined;
  }
}
