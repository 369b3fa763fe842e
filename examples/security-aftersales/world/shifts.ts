const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Shanghai keeps no summer time: local midnight is 16:00 UTC of the day before. */
const SHANGHAI_MS = 8 * HOUR_MS;

export type ShiftPattern = 'weekdays' | 'six-days' | 'late' | 'nights' | 'weekend';

/** Half-open spans of work, local hours, from `fromDay` days before `now` to `toDay` days after. */
export function shiftsAround(
  now: string,
  pattern: ShiftPattern,
  days = { before: 15, after: 30 },
): [string, string][] {
  const today = localMidnight(Date.parse(now));
  const spans: [string, string][] = [];
  for (let day = -days.before; day <= days.after; day += 1) {
    const midnight = today + day * DAY_MS;
    const hours = hoursOf(pattern, localWeekday(midnight));
    if (hours !== undefined)
      spans.push([instant(midnight + hours[0] * HOUR_MS), instant(midnight + hours[1] * HOUR_MS)]);
  }
  return spans;
}

/** The start of the local day an instant lies in. */
export function localMidnight(ms: number): number {
  return Math.floor((ms + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
}

/** 0 is Sunday. */
export function localWeekday(ms: number): number {
  return new Date(ms + SHANGHAI_MS).getUTCDay();
}

function hoursOf(pattern: ShiftPattern, weekday: number): readonly [number, number] | undefined {
  const isWeekend = weekday === 0 || weekday === 6;
  switch (pattern) {
    case 'weekdays':
      return isWeekend ? undefined : [8.5, 18.5];
    case 'six-days':
      return weekday === 0 ? undefined : [8.5, 18.5];
    case 'late':
      return weekday === 1 ? undefined : [13, 23];
    case 'nights':
      return weekday === 6 ? undefined : [20, 32];
    case 'weekend':
      return weekday === 2 || weekday === 3 ? undefined : [8.5, 20];
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
