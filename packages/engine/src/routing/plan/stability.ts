import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { checkWorkOrder } from '../eligible/check-work-order.ts';
import { type PreparedWorkOrder, prepareWorkOrder } from '../facts/prepared-work-order.ts';
import type { Hold } from '../facts/work-order-facts.ts';
import type { PlanInput } from './plan-input.ts';
import { pinnedTo } from './strict-tiers.ts';

/** The work orders of a policy that a plan may place or move: not kept, not left alone, with sound tags. */
export function movableWorkOrders(policy: CompiledPolicy, input: PlanInput): readonly PreparedWorkOrder[] {
  const atMs = instantMs(input.at);
  return input.workOrders
    .map((facts) => prepareWorkOrder(facts, policy.policy.tags.workOrder, input.at))
    .filter(
      (workOrder) =>
        whyKept(workOrder, atMs) === undefined &&
        policy.appliesTo(workOrder) &&
        checkWorkOrder(policy, workOrder).length === 0,
    );
}

/** Who holds a live offer that may still move. */
export function liveHolder(workOrder: PreparedWorkOrder, atMs: number): string | undefined {
  const hold = liveHold(workOrder, atMs);
  return hold?.state === 'offered' ? hold.assigneeId : undefined;
}

/** Why a work order stays with its holder whatever the plan would gain, `undefined` when it may move. */
export function whyKept(
  workOrder: PreparedWorkOrder,
  atMs: number,
): Hold['state'] | 'seen' | 'pin' | undefined {
  const hold = liveHold(workOrder, atMs);
  if (hold === undefined) return undefined;
  if (hold.state !== 'offered') return hold.state;
  if (hold.seenAt !== undefined) return 'seen';
  const pinned = pinnedTo(workOrder, 'must', atMs) ?? pinnedTo(workOrder, 'keep', atMs);
  return pinned === hold.assigneeId ? 'pin' : undefined;
}

/** At `leaseUntil` exactly an offer is over. */
function liveHold({ facts }: PreparedWorkOrder, atMs: number): Hold | undefined {
  const { offer } = facts;
  if (offer === undefined || offer === null) return undefined;
  const ended =
    offer.state === 'offered' && offer.leaseUntil !== undefined && atMs >= instantMs(offer.leaseUntil);
  return ended ? undefined : offer;
}
