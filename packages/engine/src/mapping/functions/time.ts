import type { Json } from '../../issue/json.ts';
import { instantOf, parseInstant } from '../../time/instant.ts';
import { dateOfDay, dayOfDate } from '../../time/local-date.ts';
import { dateInZone, type TimeZone, timeZoneOf } from '../../time/time-zone.ts';
import { converted, type MappingFunction, setting, wrong } from './mapping-function.ts';

const wallClock = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const unitMs = [
  ['seconds', 1000],
  ['minutes', 60_000],
  ['hours', 3_600_000],
  ['days', 86_400_000],
] as const;

/** Instants and dates. `read` and `write` name a form: iso, wall (2026-03-02 09:00:00), seconds or milliseconds. */
export const timeFunctions: { readonly [name: string]: MappingFunction } = {
  dateTime: (value, argument) => {
    const zone = zoneOf(argument);
    const ms = readMoment(value, setting(argument, 'read'), zone);
    if (zone === undefined || ms === undefined)
      return wrong('a moment in the form that is read, and a zone that exists');
    return converted(
      writeMoment(ms, setting(argument, 'write'), zone, setting(argument, 'zone') !== undefined),
    );
  },
  date: (value, argument) => {
    const zone = zoneOf(argument);
    const date = typeof value === 'string' ? plainDate(value) : undefined;
    if (date !== undefined) return converted(date);
    const ms = readMoment(value, setting(argument, 'read'), zone);
    const found = ms === undefined || zone === undefined ? undefined : dateInZone(ms, zone);
    return found === undefined ? wrong('a date, or a moment and a zone that exists') : converted(found);
  },
  addDuration: (value, argument) => {
    const ms = typeof value === 'string' ? parseInstant(value) : undefined;
    const unit = unitMs.find(([name]) => typeof setting(argument, name) === 'number');
    if (ms === undefined || unit === undefined)
      return wrong('an instant, and seconds, minutes, hours or days');
    const later = ms + Number(setting(argument, unit[0])) * unit[1];
    return Math.abs(later) <= 8.64e15 ? converted(instantOf(later)) : wrong('a shorter duration');
  },
};

function zoneOf(argument: Json): TimeZone | undefined {
  const name = setting(argument, 'zone') ?? 'UTC';
  return typeof name === 'string' ? timeZoneOf(name) : undefined;
}

function readMoment(value: Json, form: Json | undefined, zone: TimeZone | undefined): number | undefined {
  const whole = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  const size = form === 'seconds' ? 1000 : form === 'milliseconds' ? 1 : undefined;
  if (size !== undefined) return Math.abs(whole * size) <= 8.64e15 ? whole * size : undefined;
  if (typeof value !== 'string') return undefined;
  const instant = parseInstant(value);
  if (instant !== undefined || form === 'iso' || zone === undefined) return instant;
  return readWall(value, zone);
}

function readWall(text: string, zone: TimeZone): number | undefined {
  const parts = wallClock.exec(text.trim());
  if (parts === null) return undefined;
  const [year = '', month = '', day = '', hour = '', minute = '', second = '00'] = parts.slice(1);
  const date = plainDate(`${year}-${month}-${day}`);
  const local = parseInstant(`${date}T${hour.padStart(2, '0')}:${minute}:${second}Z`);
  return local === undefined ? undefined : zone.instantOfLocal(local);
}

function writeMoment(ms: number, form: Json | undefined, zone: TimeZone, zoned: boolean): Json {
  if (form === 'milliseconds') return ms;
  if (form === 'seconds') return Math.floor(ms / 1000);
  const offset = zone.offsetMs(ms);
  const wall = instantOf(ms + offset);
  if (form === 'wall') return `${wall.slice(0, 10)} ${wall.slice(11, 19)}`;
  if (!zoned) return instantOf(ms);
  const minutes = Math.abs(offset) / 60_000;
  const clock = [Math.floor(minutes / 60), Math.floor(minutes % 60)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${wall.slice(0, 19)}${offset < 0 ? '-' : '+'}${clock.join(':')}`;
}

function plainDate(text: string): string | undefined {
  const parts = /^(\d{4})(?:[-/](\d{1,2})[-/](\d{1,2})|(\d{2})(\d{2}))$/.exec(text.trim());
  if (parts === null) return undefined;
  const [year = '', month = parts[4] ?? '', day = parts[5] ?? ''] = parts.slice(1, 4);
  const number = dayOfDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return number === undefined ? undefined : dateOfDay(number);
}
