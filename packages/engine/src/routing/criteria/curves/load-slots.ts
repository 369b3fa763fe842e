import type { Curve } from '../../../author/definition/policy-criteria.ts';
import { type CurveReader, overNumbers } from './curve.ts';

/** The utility of the person's next free place that day; none beyond the last one. */
export function loadSlots({ slots }: Extract<Curve, { kind: 'load-slots' }>): CurveReader {
  return overNumbers((used) => slots[used] ?? 0);
}
