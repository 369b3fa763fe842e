import type { Calendar, WorkingWeek } from '../author/definition/calendar.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { dayOfDate, weekdayOf } from './local-date.ts';

/** One stretch of open hours of a local day, in milliseconds after local midnight, half-open. */
export interface OpenHours {
  readonly from: number;
  readonly to: number;
}

/** The open hours of a local day, by its number since 1970, in order and without overlap; `[]` when closed. */
export type HoursOfDay = (day: number) => readonly OpenHours[];

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies (keyof WorkingWeek)[];
const minuteMs = 60_000;

/** `09:00-12:00` as milliseconds after midnight; `undefined` unless both are times of day, the earlier first. */
export function parseHours(text: string): OpenHours | undefined {
  const parts = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = parts.slice(1).map(Number);
  const from = h1 * 60 + m1;
  const to = h2 * 60 + m2;
  return m1 > 59 || m2 > 59 || to > 1440 || from >= to
    ? undefined
    : { from: from * minuteMs, to: to * minuteMs };
}

/** The days of a calendar with hours; dates of their own win over holidays, holidays over the week. */
export function hoursOfDays(calendar: Exclude<Calendar, { always: true }>): HoursOfDay {
  const week = weekdays.map((name) => mergedHours(calendar.week[name] ?? []));
  const dates = new Map<number, readonly OpenHours[]>();
  for (const date of Object.keys(calendar.holidays ?? {})) dates.set(requireDay(date), []);
  for (const [date, hours] of Object.entries(calendar.workingWeekends ?? {})) {
    dates.set(requireDay(date), mergedHours(hours));
  }
  if (week.every((hours) => hours.length === 0)) {
    throw new WorkflowFault('time/no-open-minute', 'A calendar needs open hours in its week', 'give-up');
  }
  return (day) => dates.get(day) ?? week[weekdayOf(day)] ?? [];
}

function mergedHours(texts: readonly string[]): readonly OpenHours[] {
  const sorted = texts.map(requireHours).sort((a, b) => a.from - b.from);
  const merged: OpenHours[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  return merged;
}

function requireHours(text: string): OpenHours {
  const hours = parseHours(text);
  if (hours === undefined) {
    throw new WorkflowFault('time/invalid-hours', `"${text}" is no stretch of hours`, 'give-up');
  }
  return hours;
}

function requireDay(date: string): number {
  const day = dayOfDate(date);
  if (day === undefined) throw new WorkflowFault('time/invalid-date', `"${date}" is no date`, 'give-up');
  return day;
}
