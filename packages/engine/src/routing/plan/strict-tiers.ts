import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';

/** The tier of work orders pinned to somebody by `must`, stricter than any of a policy. */
export const MUST = 'must';

/** More work orders of strict tiers than this in one plan could spill from one tier's count into the next. */
const MOST_STRICT_ROWS = 16_000;

/**
 * What serving a work order is worth before any value is looked at: one unit of its tier. Compared first, so that the
 * most of the strictest tier are served, then the most of the next; a unit outweighs every count of laxer tiers.
 */
export interface TierUnits {
  readonly order: readonly string[];
  readonly unitOf: (tier: string | undefined) => number;
}

export function tierUnits(policy: CompiledPolicy): TierUnits {
  const order = [MUST, ...policy.tiers.map(({ id }) => id)];
  if (order.length > 3) {
    throw new WorkflowFault('routing/too-many-tiers', 'A plan has room for two strict tiers', 'give-up');
  }
  const unitOf = (tier: string | undefined) => {
    const index = tier === undefined ? -1 : order.indexOf(tier);
    return index < 0 ? 0 : (4 * MOST_STRICT_ROWS) ** (order.length - 1 - index);
  };
  return { order, unitOf };
}

/** `must`, or the strictest tier that holds; `undefined` for most work orders. */
export function tierOf(
  policy: CompiledPolicy,
  workOrder: PreparedWorkOrder,
  atMs: number,
): string | undefined {
  if (pinnedTo(workOrder, 'must', atMs) !== undefined) return MUST;
  return policy.tiers.find((tier) => tier.holds(workOrder, atMs))?.id;
}

/** Who a pin of this kind names at an instant; a pin ends at its own. */
export function pinnedTo(
  workOrder: PreparedWorkOrder,
  kind: 'must' | 'keep',
  atMs: number,
): string | undefined {
  const pins = Object.entries(workOrder.facts.pins ?? {});
  return pins.find(([, pin]) => pin.kind === kind && atMs < instantMs(pin.until))?.[0];
}
