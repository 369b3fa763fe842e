import type { Issue } from '../issue/issue.ts';
import type { Json } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { checkCalendar } from '../time/check-calendar.ts';
import { type Calendar, CalendarShape } from './definition/calendar.ts';
import { checkShape } from './definition/check-shape.ts';
import { objectAt } from './references/steps-of.ts';

/** What the shape of a calendar cannot say, of every calendar whose shape is right. */
export function checkCalendars(document: Json): readonly Issue[] {
  return Object.entries(objectAt(document, '/calendars')).flatMap(([id, calendar]) => {
    return isCalendar(calendar) ? checkCalendar(calendar, pointerOf('calendars', id)) : [];
  });
}

function isCalendar(value: unknown): value is Calendar {
  return checkShape(CalendarShape, value).length === 0;
}
