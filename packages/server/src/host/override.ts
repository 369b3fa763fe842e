import type { Actor } from '@paidan/engine';
import { type Issue, issue } from '@paidan/engine/issue';
import {
  type AssigneeFacts,
  type CompiledPolicy,
  type Explanation,
  explain,
  type OverridePreview,
  overridePlan,
  type Ranking,
  rankCandidates,
  type WorkOrderFacts,
} from '@paidan/engine/routing';
import { keepDecision } from '../store/decisions.ts';
import { type DispatchPorts, judgeWorkOrder, standingStep } from './assign/judged-work-order.ts';
import type { Answer, CommandId, EventWithoutEnvelope } from './host.ts';
import type { RoutingFacts } from './routing-facts.ts';

/** Who could take a work order now, with everything it was judged from: a browser ranks again with other weights. */
export interface RankedWorkOrder {
  readonly stepId: string;
  readonly policy: CompiledPolicy;
  readonly workOrder: WorkOrderFacts;
  readonly assignees: readonly AssigneeFacts[];
  readonly ranking: Ranking;
  readonly explanation: Explanation;
}

/** `undefined` for an unknown work order, and for one that has come to no assign step a policy could serve. */
export async function rankingOf(
  ports: DispatchPorts,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string },
): Promise<RankedWorkOrder | undefined> {
  const judged = await judgeWorkOrder(ports, { tenant, workOrderId });
  if (judged === undefined) return undefined;
  const { stepId, policy, workOrder, facts, plan } = judged;
  const { assignees } = facts;
  const ranking = rankCandidates(policy, workOrder, assignees, plan.at);
  return { stepId, policy, workOrder, assignees, ranking, explanation: explain(plan, workOrderId) };
}

export interface Override {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly assigneeId: string;
  readonly reason: string;
  readonly note?: string;
  /** Somebody else who agrees, where an absolute requirement is broken. */
  readonly secondApprover?: string;
  readonly actor: Actor;
  readonly command: Omit<CommandId, 'tenant'>;
}

/** What a pick would break and cost, for the question before it is confirmed; `undefined` as for `rankingOf`. */
export async function previewOverride(
  ports: DispatchPorts,
  pick: Pick<Override, 'tenant' | 'workOrderId' | 'assigneeId'>,
): Promise<OverridePreview | undefined> {
  const judged = await judgeWorkOrder(ports, { ...pick, named: [pick.assigneeId] });
  if (judged?.facts.personOf(pick.assigneeId) === undefined) return undefined;
  return overridePlan(judged.plan, pick.workOrderId, pick.assigneeId);
}

/**
 * Gives a work order to whom a person picks (R20). What the pick breaks is judged by the same evaluator as the plan and
 * kept with both scores; a reason of the policy is required, and for absolute requirements a second person with the
 * policy's role.
 */
export async function override(ports: DispatchPorts, pick: Override): Promise<Answer> {
  const { tenant, workOrderId, assigneeId, reason, note, secondApprover, actor, command } = pick;
  const named = [assigneeId, ...(secondApprover === undefined ? [] : [secondApprover])];
  const judged = await judgeWorkOrder(ports, { tenant, workOrderId, named });
  if (judged === undefined) return { kind: 'unknown-work-order' };
  const { plan, policy, facts } = judged;
  const assignee = facts.personOf(assigneeId);
  if (assignee === undefined) return refused(issue('override/nobody', '/assignee', { assignee: assigneeId }));
  const preview = overridePlan(plan, workOrderId, assigneeId);
  const found = checkOverride(policy, { pick, preview, facts });
  if (found !== undefined) return refused(found);
  const body = { format: 1, plan, preview, picked: assigneeId };
  const decision = await keepDecision(ports.kysely, { tenant, kind: 'plan', body, at: plan.at });
  const event: EventWithoutEnvelope = {
    ...{ kind: 'override', step: standingStep(judged), assignee, reason, decision },
    broken: Object.keys(preview.broken),
    ...(note === undefined ? {} : { note }),
    ...(secondApprover === undefined ? {} : { secondApprover }),
  };
  return ports.host.send(workOrderId, event, actor, { tenant, ...command });
}

interface Checking {
  readonly pick: Override;
  readonly preview: OverridePreview;
  readonly facts: RoutingFacts;
}

function checkOverride({ policy }: CompiledPolicy, { pick, preview, facts }: Checking): Issue | undefined {
  const { reason, secondApprover, actor } = pick;
  const { reasons = [], secondApprover: needed } = policy.override ?? {};
  if (!reasons.includes(reason)) {
    return issue('override/reason-required', '/reason', { expected: [...reasons] });
  }
  if (preview.needsSecondApprover.length === 0) return undefined;
  const role = needed?.role ?? '';
  const holds = secondApprover !== undefined && facts.rolesOf(secondApprover).includes(role);
  const isSecond = holds && secondApprover !== actor.id;
  return isSecond
    ? undefined
    : issue('override/second-approver-required', '/secondApprover', {
        broken: [...preview.needsSecondApprover],
        role,
      });
}

function refused(found: Issue): Answer {
  return { kind: 'refused', issues: [found], replayed: false };
}
