import type { Measure } from '../../../author/definition/policy-tags.ts';
import { certificates } from './certificates.ts';
import { firstFix } from './first-fix.ts';
import { greatCircle } from './great-circle.ts';
import { levels } from './levels.ts';
import type { MeasureReader } from './measure.ts';
import { sinceResolved } from './since-resolved.ts';
import { hardWorkOf7Days, minutesOf7Days } from './work-of-7-days.ts';
import { workOrdersOfDay } from './work-orders-of-day.ts';

/** The reader of each measure of the format. */
export function measureReader(settings: Measure): MeasureReader {
  switch (settings.measure) {
    case 'certificates':
      return certificates;
    case 'levels':
      return levels(settings.by);
    case 'work-orders-of-day':
      return workOrdersOfDay;
    case 'since-resolved':
      return sinceResolved(settings.same);
    case 'great-circle':
      return greatCircle(settings);
    case 'first-fix':
      return firstFix(settings.by);
    case 'minutes-of-7-days':
      return minutesOf7Days;
    case 'hard-work-of-7-days':
      return hardWorkOf7Days;
  }
}
