import type { Curve } from '../../../author/definition/policy-criteria.ts';
import { type CurveReader, overNumbers } from './curve.ts';

/** The first pair whose limit is not reached (`below`) or is passed (`above`). Strict; nothing is rounded first. */
export function steps(settings: Extract<Curve, { kind: 'steps' }>): CurveReader {
  const { below = [], above = [], otherwise = 0 } = settings;
  return overNumbers((x) => {
    const step = below.find(([limit]) => x < limit) ?? above.find(([limit]) => x > limit);
    return step === undefined ? otherwise : step[1];
  });
}
