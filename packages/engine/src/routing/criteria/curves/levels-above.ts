import type { Curve } from '../../../author/definition/policy-criteria.ts';
import type { PreparedWorkOrder } from '../../facts/prepared-work-order.ts';
import type { CurveReader } from './curve.ts';

/**
 * A table by level above the needed one; its last entry stands for all beyond. It may fall, so that experts are not
 * spent on simple work.
 */
export function levelsAbove(
  { above }: Extract<Curve, { kind: 'levels' }>,
  needed: (workOrder: PreparedWorkOrder) => number,
): CurveReader {
  return {
    utility: (raw, pair) => {
      if (raw.kind !== 'number') return undefined;
      const excess = raw.value - needed(pair.workOrder);
      return excess < 0 ? 0 : above[Math.min(excess, above.length - 1)];
    },
  };
}
