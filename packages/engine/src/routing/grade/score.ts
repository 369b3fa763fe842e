import type { JsonObject } from '../../issue/json.ts';
import type { CompiledCriterion, CompiledPolicy } from '../criteria/compiled-policy.ts';
import { FULL_BP } from '../criteria/curves/curve.ts';
import type { Pair } from '../facts/pair.ts';

/** One point of a hundred in the units of a score: weight × basis points. */
export const UNITS_PER_POINT = 10_000;

/** What one criterion adds. `points` are weight × utility, so that the parts of a score sum to it exactly. */
export interface Part {
  /** The raw fact with its unit, its source and, where it needs one, a `note`. */
  readonly raw: JsonObject;
  readonly utilityBp: number;
  readonly weight: number;
  readonly points: number;
}

export type Parts = { readonly [criterion: string]: Part };

/** 0–1,000,000, a sum of whole numbers: no division, no rounding. */
export function scoreOf(policy: CompiledPolicy, pair: Pair): number {
  let score = 0;
  for (const criterion of policy.criteria) score += criterion.weight * utilityOf(criterion, pair);
  return score;
}

/** The parts of the same score, by criterion. */
export function partsOf(policy: CompiledPolicy, pair: Pair): Parts {
  return Object.fromEntries(policy.criteria.map((criterion) => [criterion.id, partOf(criterion, pair)]));
}

function partOf(criterion: CompiledCriterion, pair: Pair): Part {
  const { weight, measure, curve } = criterion;
  const utilityBp = utilityOf(criterion, pair);
  const raw = criterion.applies(pair.workOrder)
    ? { ...measure.show(pair), ...curve.show?.(measure.read(pair)) }
    : { note: 'does-not-apply' };
  return { raw, utilityBp, weight, points: weight * utilityBp };
}

/** Where it does not apply it is full for everybody: the order stays, and the work order loses nothing to others. */
function utilityOf({ applies, measure, curve, missing }: CompiledCriterion, pair: Pair): number {
  if (!applies(pair.workOrder)) return FULL_BP;
  return curve.utility(measure.read(pair), pair) ?? missing;
}
