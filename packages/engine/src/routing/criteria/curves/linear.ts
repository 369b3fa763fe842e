import type { Curve } from '../../../author/definition/policy-criteria.ts';
import type { Fraction } from '../measures/measure.ts';
import { type CurveReader, overNumbers } from './curve.ts';

type Points = Extract<Curve, { kind: 'linear' }>['points'];

/** Straight between points, level outside them, rounded down. */
export function linear({ points }: { readonly points: Points }): CurveReader {
  return overNumbers((x) => alongPoints(points, [x, 1]));
}

/** The utility at the fraction p ÷ q, of which only the last division rounds. */
export function alongPoints(points: Points, [p, q]: Fraction): number {
  const next = points.findIndex(([x]) => p < x * q);
  const from = points[next - 1];
  const to = points[next];
  if (from === undefined) return (next < 0 ? points.at(-1) : to)?.[1] ?? 0;
  if (to === undefined) return from[1];
  return from[1] + Math.floor(((p - from[0] * q) * (to[1] - from[1])) / ((to[0] - from[0]) * q));
}
