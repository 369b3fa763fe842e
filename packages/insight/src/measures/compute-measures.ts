import { foldWorkOrder, type WorkOrderFacts } from '../events/fold-work-order.ts';
import type { WorkOrderLog } from '../events/work-order-log.ts';
import { medianInterval } from '../statistics/median-interval.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { Figure, Measure } from './measure.ts';
import { measureCatalog } from './measure-catalog.ts';

/**
 * Every built-in measure over these work orders: medians of times, shares with Wilson intervals. The caller chooses the
 * period by the logs handed in. A share below its smallest sample has no value.
 */
export function computeMeasures(logs: readonly WorkOrderLog[]): readonly Figure[] {
  const facts = logs.map(foldWorkOrder);
  return measureCatalog.map((measure) => figureOf(measure, facts));
}

function figureOf(measure: Measure, facts: readonly WorkOrderFacts[]): Figure {
  const values = facts.map(measure.of).filter((value) => value !== undefined);
  const { id, title, definition, unit } = measure;
  const empty = { id, title, definition, unit, n: values.length };
  if (values.length < measure.minimum) return empty;
  if (unit === 'share') return { ...empty, ...share(values) };
  const { median, interval } = medianInterval(values.map(Number));
  return { ...empty, value: median, ...(interval === undefined ? {} : { interval }) };
}

function share(values: readonly (number | boolean)[]): Pick<Figure, 'value' | 'interval'> {
  const yes = values.filter((value) => value === true).length;
  return { value: yes / values.length, interval: wilsonInterval(yes, values.length) };
}
