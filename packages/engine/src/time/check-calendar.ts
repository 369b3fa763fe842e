import type { Calendar } from '../author/definition/calendar.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { dayOfDate } from './local-date.ts';
import { parseHours } from './open-hours.ts';
import { timeZoneOf } from './time-zone.ts';

/** What the shape of a calendar cannot say: a known zone, hours in order, dates that exist, a week with hours. */
export function checkCalendar(calendar: Calendar, pointer: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (timeZoneOf(calendar.timeZone) === undefined) {
    issues.push(issue('calendar/unknown-zone', `${pointer}/timeZone`, { zone: calendar.timeZone }));
  }
  if ('always' in calendar) return issues;
  const week = Object.entries(calendar.week);
  for (const [name, hours] of week)
    issues.push(...checkHours(hours ?? [], pointer + pointerOf('week', name)));
  if (!week.some(([, hours]) => hours !== undefined && hours.length > 0)) {
    issues.push(issue('calendar/no-open-minute', `${pointer}/week`));
  }
  for (const date of Object.keys(calendar.holidays ?? {})) {
    issues.push(...checkDate(date, pointer + pointerOf('holidays', date)));
  }
  for (const [date, hours] of Object.entries(calendar.workingWeekends ?? {})) {
    const at = pointer + pointerOf('workingWeekends', date);
    issues.push(...checkDate(date, at), ...checkHours(hours, at));
  }
  return issues;
}

function checkHours(hours: readonly string[], pointer: string): readonly Issue[] {
  return hours.flatMap((text, index) =>
    parseHours(text) === undefined
      ? [issue('calendar/invalid-hours', `${pointer}/${index}`, { hours: text })]
      : [],
  );
}

function checkDate(date: string, pointer: string): readonly Issue[] {
  return dayOfDate(date) === undefined ? [issue('calendar/invalid-date', pointer, { date })] : [];
}
