import type { Curve } from '../../../author/definition/policy-criteria.ts';
import type { Fraction, Raw } from '../measures/measure.ts';
import { type CurveReader, FULL_BP } from './curve.ts';
import { alongPoints } from './linear.ts';

type FirstFixRate = Extract<Curve, { kind: 'first-fix-rate' }>;

/**
 * Fixed at once ÷ closed, compared as an exact fraction. Below the minimum the sample is joined by `strength` work
 * orders at the likely rate, and the explanation says so. Points of a `points` curve stand at basis points of the rate.
 */
export function firstFixRate(settings: FirstFixRate): CurveReader {
  return {
    utility: (raw) => {
      const rate = raw.kind === 'rate' ? judgedRate(raw, settings) : undefined;
      return rate === undefined ? undefined : utilityOf(rate, settings);
    },
    show: (raw) => {
      if (raw.kind !== 'rate' || raw.closed >= settings.minimum) return {};
      const estimate = judgedRate(raw, settings);
      return { ...(estimate === undefined ? {} : { estimate }), note: 'sample-too-small' };
    },
  };
}

function judgedRate(raw: Extract<Raw, { kind: 'rate' }>, settings: FirstFixRate): Fraction | undefined {
  const { fixed, closed, prior } = raw;
  if (closed >= settings.minimum) return [fixed, closed];
  if (prior === undefined) return undefined;
  const [p, q] = prior;
  const below = (closed + settings.strength) * q;
  return below === 0 ? undefined : [fixed * q + settings.strength * p, below];
}

function utilityOf([p, q]: Fraction, { above, points }: FirstFixRate): number {
  if (above !== undefined) return p * above[1] > above[0] * q ? FULL_BP : 0;
  return points === undefined ? 0 : alongPoints(points, [p * FULL_BP, q]);
}
