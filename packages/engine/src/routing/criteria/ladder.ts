import type { Ladder, Rung } from '../../author/definition/policy-ladders.ts';
import { WorkflowFault } from '../../issue/workflow-fault.ts';
import type { Relaxations } from '../eligible/eligible-candidates.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import type { CompiledPolicy } from './compiled-policy.ts';

/** The ladder of the strictest tier that holds and has one, else `*`. */
export function ladderIdOf(policy: CompiledPolicy, workOrder: PreparedWorkOrder, atMs: number): string {
  const { ladders } = policy.policy;
  const tier = policy.tiers.find(({ id, holds }) => Object.hasOwn(ladders, id) && holds(workOrder, atMs));
  return tier?.id ?? '*';
}

export function ladderOf(policy: CompiledPolicy, id: string): Ladder {
  const ladder = policy.policy.ladders[id];
  if (ladder === undefined) {
    throw new WorkflowFault('routing/unknown-ladder', `The policy has no ladder "${id}"`, 'give-up');
  }
  return ladder;
}

/** The rung the work order stands on: the one it names, if its ladder has it, else the first. */
export function rungOf(
  policy: CompiledPolicy,
  workOrder: PreparedWorkOrder,
  atMs: number,
): { readonly id: string; readonly rung: Rung | undefined } {
  const ladder = ladderOf(policy, ladderIdOf(policy, workOrder, atMs));
  const named = workOrder.facts.rung;
  const id = named !== undefined && ladder.order.includes(named) ? named : (ladder.order[0] ?? '');
  return { id, rung: ladder.rungs[id] };
}

const none: Relaxations = {};

/** What a rung widens. */
export function relaxationsOf(rung: Rung | undefined): Relaxations {
  return rung !== undefined && 'relax' in rung ? (rung.relax ?? none) : none;
}
