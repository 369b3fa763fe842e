import type { Curve } from '../../../author/definition/policy-criteria.ts';
import { type CurveReader, FULL_BP, overNumbers } from './curve.ts';

/** Full up to a limit, then halved every so often, straight in between: halving is a shift, never a power function. */
export function halfLife(settings: Extract<Curve, { kind: 'half-life' }>): CurveReader {
  const { fullUntil, halfEvery, zeroFrom = Number.POSITIVE_INFINITY } = settings;
  return overNumbers((x) => {
    if (x >= zeroFrom) return 0;
    if (x <= fullUntil) return FULL_BP;
    const halvings = Math.floor((x - fullUntil) / halfEvery);
    // 10,000 is below 2¹⁴, and a shift by 32 would be a shift by nothing.
    if (halvings >= 14) return 0;
    const passed = x - fullUntil - halvings * halfEvery;
    const from = FULL_BP >> halvings;
    return from + Math.floor((passed * ((from >> 1) - from)) / halfEvery);
  });
}
