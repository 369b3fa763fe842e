import { type Issue, issue } from '../../issue/issue.ts';
import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import { checkWorkOrder } from '../eligible/check-work-order.ts';
import {
  checkEligibility,
  type Eligibility,
  makePair,
  type Relaxations,
} from '../eligible/eligible-candidates.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { dayOf, type Pair } from '../facts/pair.ts';
import { prepareAssignee } from '../facts/prepared-assignee.ts';
import { type PreparedWorkOrder, prepareWorkOrder } from '../facts/prepared-work-order.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { type Parts, partsOf, scoreOf } from './score.ts';
import { tieKey } from './tie-key.ts';

/** Somebody who could take the work order. */
export interface Candidate {
  readonly assigneeId: string;
  /** 0–1,000,000; 10,000 are one point of a hundred. */
  readonly score: number;
  readonly parts: Parts;
  readonly tieKey: number;
  /** Requirements met only by leave of the rung; whoever needs one ranks after all who need none. */
  readonly admitted: Eligibility['admitted'];
}

/** Somebody who could not, with every reason, and the score they would have. */
export interface NotEligible {
  readonly assigneeId: string;
  readonly failed: Eligibility['failed'];
  readonly score: number;
  readonly parts: Parts;
}

export interface Ranking {
  readonly workOrderId: string;
  readonly at: string;
  readonly policyHash: string;
  /** The rung whose relaxations applied. */
  readonly rung: string;
  /** False where the policy leaves this work order alone; nobody is a candidate then. */
  readonly applies: boolean;
  /** Best first, in a total order. */
  readonly candidates: readonly Candidate[];
  /** By id. */
  readonly notEligible: readonly NotEligible[];
  readonly issues: readonly Issue[];
}

/**
 * Everybody for one work order: the eligible in total order with the parts of their scores, the others with every
 * failed requirement. The order of `assignees` does not matter, and a third person never swaps two others.
 *
 * Issues: `routing/unknown-tag-value` (then nobody is a candidate) and `routing/empty-pool`.
 */
export function rankCandidates(
  policy: CompiledPolicy,
  workOrder: WorkOrderFacts,
  assignees: readonly AssigneeFacts[],
  at: string,
): Ranking {
  const atMs = instantMs(at);
  const prepared = prepareWorkOrder(workOrder, policy.policy.tags.workOrder, at);
  const applies = policy.appliesTo(prepared);
  const invalid = checkWorkOrder(policy, prepared);
  const { id, rung } = rungOf(policy, prepared, atMs);
  const judged = judgeAll({ policy, workOrder: prepared, assignees, atMs, relax: relaxationsOf(rung) });
  return {
    workOrderId: workOrder.id,
    at,
    policyHash: policy.hash,
    rung: id,
    applies,
    candidates: applies && invalid.length === 0 ? judged.candidates : [],
    notEligible: judged.notEligible,
    issues: [...invalid, ...checkPool(policy, assignees)],
  };
}

/** An empty pool is a finding, never "everyone". */
export function checkPool(policy: CompiledPolicy, assignees: readonly AssigneeFacts[]): readonly Issue[] {
  const { id, role } = policy.policy.pool;
  const filled = assignees.some(({ roles }) => roles.includes(role));
  return filled ? [] : [issue('routing/empty-pool', '/pool', { pool: id, role })];
}

export interface Judging {
  readonly policy: CompiledPolicy;
  readonly workOrder: PreparedWorkOrder;
  readonly assignees: readonly AssigneeFacts[];
  readonly atMs: number;
  readonly relax: Relaxations;
  /** Work orders whose hold on a person does not count, because they are being placed. Default: this one. */
  readonly ignored?: ReadonlySet<string>;
}

/** Everybody judged under these relaxations; both lists in their final order. */
export function judgeAll({
  policy,
  workOrder,
  assignees,
  atMs,
  relax,
  ignored = new Set([workOrder.id]),
}: Judging): Pick<Ranking, 'candidates' | 'notEligible'> {
  const candidates: Candidate[] = [];
  const notEligible: NotEligible[] = [];
  for (const facts of assignees) {
    const pair = makePair(policy, workOrder, prepareAssignee(facts, atMs, ignored), atMs);
    const { failed, admitted } = checkEligibility(policy, pair, relax);
    const graded = { assigneeId: facts.id, score: scoreOf(policy, pair), parts: partsOf(policy, pair) };
    if (Object.keys(failed).length > 0) notEligible.push({ ...graded, failed });
    else candidates.push({ ...graded, tieKey: tieKeyOf(pair), admitted });
  }
  return { candidates: candidates.sort(compareCandidates), notEligible: notEligible.sort(compareIds) };
}

export function tieKeyOf(pair: Pair): number {
  const { workOrder, assignee } = pair;
  return tieKey({
    workOrderId: workOrder.id,
    assigneeId: assignee.id,
    unitsOfDay: assignee.unitsOfDay(dayOf(pair)),
    idleMinutes: assignee.idleMinutes,
  });
}

function compareCandidates(one: Candidate, other: Candidate): number {
  const leave = Number(needsLeave(one)) - Number(needsLeave(other));
  return leave || other.score - one.score || other.tieKey - one.tieKey || compareIds(one, other);
}

function needsLeave({ admitted }: Candidate): boolean {
  return Object.keys(admitted).length > 0;
}

function compareIds(one: { readonly assigneeId: string }, other: { readonly assigneeId: string }): number {
  return one.assigneeId < other.assigneeId ? -1 : 1;
}
