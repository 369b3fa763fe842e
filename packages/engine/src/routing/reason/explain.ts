import type { Issue } from '../../issue/issue.ts';
import type { Json, JsonObject } from '../../issue/json.ts';
import type { Text } from '../../issue/text.ts';
import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { instantMs } from '../../time/instant.ts';
import { compiledOf } from '../criteria/compiled-of.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import type { Eligibility, Relaxations } from '../eligible/eligible-candidates.ts';
import type { Failure } from '../eligible/matcher.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { type Candidate, judgeAll, type NotEligible } from '../grade/rank-candidates.ts';
import type { Parts } from '../grade/score.ts';
import type { Plan } from '../plan/plan.ts';
import { movableWorkOrders } from '../plan/stability.ts';
import { type PlacePrice, placePrices } from './place-prices.ts';
import { possibleFrom } from './possible-from.ts';
import { type MinimalRelaxation, minimalRelaxations } from './relaxations.ts';
import { failureSentence } from './sentences.ts';

/** What was there and what was needed, named with units, beside why and the sentence that says it. */
export interface ExplainedFailure {
  readonly reason: Failure['reason'];
  readonly sentence: Text;
  readonly [value: string]: Json;
}

export type ExplainedCandidate =
  | {
      readonly eligible: true;
      readonly score: number;
      readonly parts: Parts;
      /** Requirements met only by leave of the rung, with the mentor where one stands by. */
      readonly admitted: Eligibility['admitted'];
    }
  | {
      readonly eligible: false;
      /** What they would have scored. */
      readonly wouldScore: number;
      readonly failed: { readonly [requirement: string]: ExplainedFailure };
    };

/** Why nobody, and what would help. */
export interface NobodyReason {
  readonly state: 'nobody-eligible' | 'no-place' | 'invalid' | 'left-alone';
  readonly rung: string;
  readonly alarmAt: string | null;
  readonly relaxations: readonly MinimalRelaxation[];
  readonly possibleFrom: string | null;
}

/** One decision, explained from its stored input. Plain JSON; board, sentences and charts are drawn from it. */
export interface Explanation {
  readonly workOrderId: string;
  readonly at: string;
  readonly policy: { readonly title: Text; readonly hash: string };
  readonly mode: 'tick';
  readonly rung: string;
  readonly planHash: string;
  readonly chosen: {
    readonly assigneeId: string;
    readonly score: number;
    /** `plan`: somebody better alone is worth more elsewhere. */
    readonly decidedBy: 'only-candidate' | 'score' | 'tie' | 'plan' | 'held';
  } | null;
  /** Best first, then the others by id. */
  readonly candidates: { readonly [assigneeId: string]: ExplainedCandidate };
  /** The smallest changes that would put somebody first; none are computed yet. */
  readonly flips: { readonly [assigneeId: string]: readonly JsonObject[] };
  readonly plan: {
    readonly value: string;
    readonly bound: string;
    readonly gapPpm: number;
    readonly exact: boolean;
    readonly places: { readonly [assigneeId: string]: PlacePrice };
  };
  readonly nobody: NobodyReason | null;
  readonly issues: readonly Issue[];
}

/**
 * Why a work order went where the plan sent it, for every candidate or, with `assigneeId`, for one: then with what the
 * plan would lose if they were forced. Everything is recomputed from the plan's own input.
 *
 * A work order or person that the plan does not know is misuse: `routing/not-in-plan`.
 */
export function explain(plan: Plan, workOrderId: string, assigneeId?: string): Explanation {
  const policy = compiledOf(plan.input.policy);
  const judged = judgeFor(policy, plan, workOrderId);
  const { candidates, notEligible } = judged;
  const shown = (id: string) => assigneeId === undefined || id === assigneeId;
  const explained = [
    ...candidates.map((one) => [one.assigneeId, explainEligible(one)] as const),
    ...notEligible.map((one) => [one.assigneeId, explainFailed(policy, one)] as const),
  ].filter(([id]) => shown(id));
  if (assigneeId !== undefined && explained.length === 0) throw notInPlan(assigneeId);
  const { value, bound, gapPpm, exact } = plan.certificate;
  const places = placePrices(plan, {
    workOrderId,
    candidates: candidates.filter((one) => shown(one.assigneeId)),
    withLoss: assigneeId !== undefined,
  });
  return {
    workOrderId,
    at: plan.at,
    policy: { title: plan.input.policy.title, hash: plan.policyHash },
    mode: 'tick',
    rung: judged.rung,
    planHash: plan.planHash,
    chosen: chosenOf(plan, workOrderId, judged),
    candidates: Object.fromEntries(explained),
    flips: {},
    plan: { value, bound, gapPpm, exact, places },
    nobody: nobodyOf(policy, plan, workOrderId, judged),
    issues: plan.issues.filter(({ pointer }) => pointer.startsWith(`/workOrders/${workOrderId}/`)),
  };
}

interface Judged {
  readonly rung: string;
  readonly candidates: readonly Candidate[];
  readonly notEligible: readonly NotEligible[];
  readonly waits: boolean;
  readonly relax: Relaxations;
}

function judgeFor(policy: CompiledPolicy, plan: Plan, workOrderId: string): Judged {
  const { at, workOrders, assignees } = plan.input;
  const facts = workOrders.find(({ id }) => id === workOrderId);
  if (facts === undefined) throw notInPlan(workOrderId);
  const atMs = instantMs(at);
  const workOrder = prepareWorkOrder(facts, policy.policy.tags.workOrder, at);
  const { id, rung } = rungOf(policy, workOrder, atMs);
  const ignored = new Set([workOrderId, ...movableWorkOrders(policy, plan.input).map((one) => one.id)]);
  const relax = relaxationsOf(rung);
  const judged = judgeAll({ policy, workOrder, assignees, atMs, relax, ignored });
  return { rung: id, ...judged, waits: rung !== undefined && 'wait' in rung, relax };
}

function notInPlan(id: string): WorkflowFault {
  return new WorkflowFault('routing/not-in-plan', `"${id}" is not part of this plan`, 'give-up');
}

function explainEligible({ score, parts, admitted }: Candidate): ExplainedCandidate {
  return { eligible: true, score, parts, admitted };
}

function explainFailed(policy: CompiledPolicy, { score, failed }: NotEligible): ExplainedCandidate {
  const explained = Object.entries(failed).map(([id, failure]): [string, ExplainedFailure] => {
    const { reason, values } = failure;
    return [id, { ...values, reason, sentence: failureSentence(policy, id, failure) }];
  });
  return { eligible: false, wouldScore: score, failed: Object.fromEntries(explained) };
}

function chosenOf(
  plan: Plan,
  workOrderId: string,
  { candidates, notEligible }: Judged,
): Explanation['chosen'] {
  const offer = plan.offers[workOrderId] ?? plan.later[workOrderId];
  const kept = plan.kept[workOrderId];
  const assigneeId = offer?.assigneeId ?? kept?.assigneeId;
  if (assigneeId === undefined) return null;
  const own = [...candidates, ...notEligible].find((one) => one.assigneeId === assigneeId);
  const score = own?.score ?? 0;
  if (kept !== undefined) return { assigneeId, score, decidedBy: 'held' };
  const [first, second] = candidates;
  if (first?.assigneeId !== assigneeId) return { assigneeId, score, decidedBy: 'plan' };
  if (second === undefined) return { assigneeId, score, decidedBy: 'only-candidate' };
  return { assigneeId, score, decidedBy: second.score === score ? 'tie' : 'score' };
}

function nobodyOf(
  policy: CompiledPolicy,
  plan: Plan,
  workOrderId: string,
  judged: Judged,
): NobodyReason | null {
  const why = plan.leftAlone.includes(workOrderId) ? 'left-alone' : plan.unmatched[workOrderId]?.why;
  const facts = plan.input.workOrders.find(({ id }) => id === workOrderId);
  if (why === undefined || facts === undefined) return null;
  const { rung, notEligible, waits, relax } = judged;
  const helps = why === 'nobody-eligible';
  const at = { instant: plan.at, relax };
  return {
    state: why,
    rung,
    alarmAt: waits ? plan.at : null,
    relaxations: helps ? minimalRelaxations(notEligible) : [],
    possibleFrom: helps ? (possibleFrom(policy, facts, plan.input.assignees, at) ?? null) : null,
  };
}
