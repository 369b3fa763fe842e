import { type Issue, issue } from '../../issue/issue.ts';
import { pointerOf } from '../../issue/json-pointer.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';

/** A tag with a closed list of values must have one of them; the pointer leads into the work order's facts. */
export function checkWorkOrder(policy: CompiledPolicy, workOrder: PreparedWorkOrder): readonly Issue[] {
  return Object.entries(policy.policy.tags.workOrder).flatMap(([tag, { from, oneOf }]) => {
    const found = workOrder.tags[tag] ?? null;
    if (oneOf === undefined || oneOf.some((value) => value === found)) return [];
    const data = { tag, expected: [...oneOf], found };
    return [issue('routing/unknown-tag-value', pointerOf(...from.split('.')), data)];
  });
}
