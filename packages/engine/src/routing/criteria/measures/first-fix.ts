import type { JsonObject } from '../../../issue/json.ts';
import type { Pair } from '../../facts/pair.ts';
import type { Fraction, MeasureReader, Raw } from './measure.ts';

/**
 * Work orders solved in one visit of those whose thirty days are over, for the tag `by`; with the person's rate on the
 * device type, else everybody's, as what is likely while there are few.
 */
export function firstFix(by: string): MeasureReader {
  const read = (pair: Pair) => {
    const [fixed, closed] = rateAt(pair, by) ?? [0, 0];
    const prior = [rateAt(pair, 'deviceType'), pair.assignee.facts.firstFix?.['everybody']].find(
      (rate) => rate !== undefined && rate[1] > 0,
    );
    return { kind: 'rate', fixed, closed, ...(prior === undefined ? {} : { prior }) } satisfies Raw;
  };
  return {
    read,
    show: (pair): JsonObject => {
      const { fixed, closed } = read(pair);
      return { fixed, closed };
    },
  };
}

function rateAt({ workOrder, assignee }: Pair, tag: string): Fraction | undefined {
  const value = workOrder.tags[tag];
  return value === undefined ? undefined : assignee.facts.firstFix?.[`${tag}=${String(value)}`];
}
