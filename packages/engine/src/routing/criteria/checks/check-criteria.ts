import type { Policy } from '../../../author/definition/policy.ts';
import type { Criterion, Curve } from '../../../author/definition/policy-criteria.ts';
import { type Issue, issue } from '../../../issue/issue.ts';
import { pointerOf } from '../../../issue/json-pointer.ts';
import { FULL_BP } from '../curves/curve.ts';

/** Points of urgency stay below 2²⁴ utility units together with a full score, so that every value is exact. */
const MOST_URGENCY_POINTS = 1400;

/** Weights total 100, curves run one way within 0–10,000, and what is missing is worth a stated number. */
export function checkCriteria(policy: Policy): readonly Issue[] {
  const each = Object.entries(policy.criteria).flatMap(([id, criterion]) => checkCriterion(id, criterion));
  return [...checkWeights(policy), ...each, ...checkUrgency(policy)];
}

function checkWeights({ criteria }: Policy): readonly Issue[] {
  const weights = Object.values(criteria).map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = weights.every((weight) => Number.isInteger(weight) && weight >= 0);
  return whole && total === 100 ? [] : [issue('routing/weights-are-sound', '/criteria', { total })];
}

function checkCriterion(id: string, { weight, missing, curve }: Criterion): readonly Issue[] {
  const at = (...path: readonly string[]) => pointerOf('criteria', id, ...path);
  const found: Issue[] = [];
  if (weight === 0) found.push(issue('routing/criteria-are-alive', at('weight'), { criterion: id }));
  if (missing === undefined) found.push(issue('routing/missing-is-stated', at(), { criterion: id }));
  else if (!isUtility(missing))
    found.push(issue('routing/curves-are-monotone', at('missing'), { criterion: id }));
  if (!runsOneWay(curve)) found.push(issue('routing/curves-are-monotone', at('curve'), { criterion: id }));
  return found;
}

function runsOneWay(curve: Curve): boolean {
  switch (curve.kind) {
    case 'steps':
      return stepsRunOneWay(curve);
    case 'linear':
      return pointsRunOneWay(curve.points);
    case 'load-slots':
      return curve.slots.every(isUtility) && isSorted(curve.slots.map((slot) => -slot));
    case 'first-fix-rate':
      if ((curve.above === undefined) === (curve.points === undefined)) return false;
      return curve.points === undefined || pointsRunOneWay(curve.points);
    case 'levels':
      return curve.above.every(isUtility);
    case 'half-life':
      return curve.zeroFrom === undefined || curve.zeroFrom > curve.fullUntil;
    default:
      return true;
  }
}

/** `below` climbs to ever lower utilities, `above` descends to ever lower ones; one of the two. */
function stepsRunOneWay({ below, above, otherwise = 0 }: Extract<Curve, { kind: 'steps' }>): boolean {
  const steps = below ?? above;
  if (steps === undefined || (below !== undefined && above !== undefined)) return false;
  const limits = steps.map(([limit]) => (below === undefined ? -limit : limit));
  const utilities = [...steps.map(([, utility]) => utility), otherwise];
  return utilities.every(isUtility) && isClimbing(limits) && isSorted(utilities.map((utility) => -utility));
}

function pointsRunOneWay(points: readonly (readonly [number, number])[]): boolean {
  const utilities = points.map(([, utility]) => utility);
  const oneWay = isSorted(utilities) || isSorted(utilities.map((utility) => -utility));
  return oneWay && utilities.every(isUtility) && isClimbing(points.map(([x]) => x));
}

function isUtility(utility: number): boolean {
  return Number.isInteger(utility) && utility >= 0 && utility <= FULL_BP;
}

function isSorted(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value));
}

function isClimbing(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}

function checkUrgency({ urgency, stability }: Policy): readonly Issue[] {
  if (urgency === undefined) return [];
  const severity = Math.max(0, ...Object.values(urgency.points));
  const points = severity + urgency.atMostPoints + urgency.dueSoonPoints + (stability?.marginPoints ?? 0);
  return points <= MOST_URGENCY_POINTS
    ? []
    : [issue('routing/urgency-is-bounded', '/urgency', { points, atMost: MOST_URGENCY_POINTS })];
}
