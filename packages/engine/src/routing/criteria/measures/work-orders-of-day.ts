import { dayOf } from '../../facts/pair.ts';
import { type MeasureReader, numberRaw } from './measure.ts';

/** Work held on the local day of the planned visit: live offers, accepted, under way, on site and finished. */
export const workOrdersOfDay: MeasureReader = {
  read: (pair) => numberRaw(pair.assignee.unitsOfDay(dayOf(pair))),
  show: (pair) => ({ workOrdersOfDay: pair.assignee.unitsOfDay(dayOf(pair)), day: dayOf(pair) }),
};
