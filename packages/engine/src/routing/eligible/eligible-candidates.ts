import type { Relaxation } from '../../author/definition/policy-ladders.ts';
import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy, CompiledRequirement } from '../criteria/compiled-policy.ts';
import { type Pair, pairOf } from '../facts/pair.ts';
import type { PreparedAssignee } from '../facts/prepared-assignee.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import { type Admission, type Failure, failed, isLifted, type Verdict } from './matcher.ts';

export type Relaxations = { readonly [requirement: string]: Relaxation };

/**
 * What stands between a person and a work order. Besides the policy's requirements it holds `pool.role`,
 * `offer.declined` and `pin.must-not`, whose dots no requirement's id can have.
 */
export interface Eligibility {
  readonly failed: { readonly [requirement: string]: Failure };
  /** Requirements that hold only as far as the rung widened them. */
  readonly admitted: { readonly [requirement: string]: Admission };
}

/** The pair with the way to the visit, where the policy makes people travel. */
export function makePair(
  policy: CompiledPolicy,
  workOrder: PreparedWorkOrder,
  assignee: PreparedAssignee,
  atMs: number,
): Pair {
  const still = pairOf(workOrder, assignee, atMs, 0);
  if (policy.travel === undefined || !policy.travel.applies(workOrder)) return still;
  const way = policy.travel.metres.read(still);
  return way.kind === 'number' ? pairOf(workOrder, assignee, atMs, way.value) : still;
}

/** Every requirement that fails and every one that is met by the rung's leave only. */
export function checkEligibility(policy: CompiledPolicy, pair: Pair, relax: Relaxations): Eligibility {
  const failures: { [requirement: string]: Failure } = { ...outsideFailures(policy, pair) };
  const admitted: { [requirement: string]: Admission } = {};
  for (const requirement of policy.requirements) {
    const verdict = verdictOf(requirement, pair, relax);
    if (verdict?.kind === 'failed') failures[requirement.id] = verdict;
    if (verdict?.kind === 'admitted') admitted[requirement.id] = verdict;
  }
  return { failed: failures, admitted };
}

/** The same answer as `checkEligibility` in one word, stopping at the first failure. */
export function isEligible(
  policy: CompiledPolicy,
  pair: Pair,
  relax: Relaxations,
): 'no' | 'yes' | 'admitted' {
  if (Object.keys(outsideFailures(policy, pair)).length > 0) return 'no';
  let answer: 'yes' | 'admitted' = 'yes';
  for (const requirement of policy.requirements) {
    if (failsPlainly(requirement, pair, relax)) return 'no';
    const verdict = verdictOf(requirement, pair, relax);
    if (verdict?.kind === 'failed') return 'no';
    if (verdict?.kind === 'admitted') answer = 'admitted';
  }
  return answer;
}

function failsPlainly(compiled: CompiledRequirement, pair: Pair, relax: Relaxations): boolean {
  const { id, requirement, matcher, applies } = compiled;
  if (matcher.fails === undefined || !applies(pair.workOrder)) return false;
  return (requirement.absolute === true || relax[id] === undefined) && matcher.fails(pair);
}

function verdictOf(compiled: CompiledRequirement, pair: Pair, relax: Relaxations): Verdict {
  const { id, requirement, matcher, applies } = compiled;
  if (!applies(pair.workOrder)) return undefined;
  const relaxation = requirement.absolute === true ? undefined : relax[id];
  const verdict = matcher.test(pair, relaxation);
  if (verdict?.kind !== 'failed' || !isLifted(relaxation)) return verdict;
  return { kind: 'admitted', values: verdict.values };
}

const nothing: { readonly [requirement: string]: Failure } = {};

function outsideFailures(policy: CompiledPolicy, pair: Pair): { readonly [requirement: string]: Failure } {
  const { workOrder, assignee, atMs } = pair;
  const { role } = policy.policy.pool;
  const inPool = assignee.facts.roles.includes(role);
  const declined = workOrder.facts.declinedBy?.[assignee.id];
  const pin = workOrder.facts.pins?.[assignee.id];
  const barred = pin?.kind === 'must-not' && atMs < instantMs(pin.until);
  if (inPool && declined === undefined && !barred) return nothing;
  return {
    ...(inPool ? {} : { 'pool.role': failed({ needs: role }) }),
    ...(declined === undefined
      ? {}
      : { 'offer.declined': failed({ declinedAt: declined.at, because: declined.reason }) }),
    ...(barred ? { 'pin.must-not': failed({ until: pin.until }) } : {}),
  };
}
