import type { Curve } from '../../../author/definition/policy-criteria.ts';
import type { PreparedWorkOrder } from '../../facts/prepared-work-order.ts';
import { affinity } from './affinity.ts';
import type { CurveReader } from './curve.ts';
import { expressionCurve } from './expression-curve.ts';
import { firstFixRate } from './first-fix-rate.ts';
import { halfLife } from './half-life.ts';
import { levelsAbove } from './levels-above.ts';
import { linear } from './linear.ts';
import { loadSlots } from './load-slots.ts';
import { steps } from './steps.ts';

/** The reader of each curve of the format; `needed` is the level that the policy demands of the criterion's tag. */
export function curveReader(curve: Curve, needed: (workOrder: PreparedWorkOrder) => number): CurveReader {
  switch (curve.kind) {
    case 'steps':
      return steps(curve);
    case 'linear':
      return linear(curve);
    case 'half-life':
      return halfLife(curve);
    case 'load-slots':
      return loadSlots(curve);
    case 'first-fix-rate':
      return firstFixRate(curve);
    case 'levels':
      return levelsAbove(curve, needed);
    case 'affinity':
      return affinity;
    case 'expression':
      return expressionCurve(curve);
  }
}
