import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';

/** Whole points of a work order, whoever takes it: severity, one for so many minutes waited, and due soon. */
export function urgencyPoints(policy: CompiledPolicy, workOrder: PreparedWorkOrder, atMs: number): number {
  const { urgency } = policy.policy;
  if (urgency === undefined) return 0;
  const value = String(workOrder.tags[urgency.by.split('.')[1] ?? '']);
  const severity = (Object.hasOwn(urgency.points, value) ? urgency.points[value] : urgency.points['*']) ?? 0;
  const waited = Math.max(0, Math.floor((atMs - workOrder.createdMs) / 60_000)) * urgency.pointsPerMinute;
  const { dueMs } = workOrder;
  const soon = dueMs !== undefined && dueMs - atMs <= urgency.dueWithinMs ? urgency.dueSoonPoints : 0;
  return severity + Math.min(urgency.atMostPoints, waited) + soon;
}
