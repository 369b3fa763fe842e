import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { lintRule } from '../../rule.ts';

const aheadMs = 60 * 86_400_000;

/** A calendar that lists holidays lists those of the next two months too; otherwise clocks run on days nobody works. */
export const holidaysEnd = lintRule('calendar/holidays-end', ({ calendars = {} }, { at }) => {
  if (at === undefined) return [];
  const until = Date.parse(at) + aheadMs;
  return Object.entries(calendars).flatMap(([id, calendar]) => {
    const dates = 'week' in calendar ? Object.keys(calendar.holidays ?? {}).sort() : [];
    const last = dates.at(-1);
    if (last === undefined || Date.parse(`${last}T00:00:00Z`) >= until) return [];
    return [issue('calendar/holidays-end', pointerOf('calendars', id, 'holidays'), { id, last })];
  });
});
