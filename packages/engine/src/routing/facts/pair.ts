import type { PreparedAssignee } from './prepared-assignee.ts';
import type { PreparedWorkOrder } from './prepared-work-order.ts';
import type { Span } from './span.ts';

/** One work order with one possible candidate at one instant: all that a requirement or a criterion may look at. */
export interface Pair {
  readonly workOrder: PreparedWorkOrder;
  readonly assignee: PreparedAssignee;
  readonly atMs: number;
  /** Travel and visit together: the time a person must be there for. */
  readonly busy: Span;
  /** The visit alone: the time a certificate must be valid for, and whose first instant decides the day. */
  readonly visit: Span;
}

/** Straight-line metres that a minute of travel covers: about 40 km/h by road; a road provider replaces it. */
const METRES_PER_MINUTE = 500;

/**
 * @param travelMetres straight-line way to the visit, or 0 where nobody has to travel or the way is unknown.
 */
export function pairOf(
  workOrder: PreparedWorkOrder,
  assignee: PreparedAssignee,
  atMs: number,
  travelMetres: number,
): Pair {
  const travelMs = Math.ceil(travelMetres / METRES_PER_MINUTE) * 60_000;
  const fromMs = workOrder.plannedMs ?? atMs + travelMs;
  const visit = { fromMs, toMs: fromMs + workOrder.visitMs };
  return { workOrder, assignee, atMs, visit, busy: { fromMs: fromMs - travelMs, toMs: visit.toMs } };
}

/** The local day whose places the work order would take. */
export function dayOf(pair: Pair): string {
  return pair.assignee.localDay(pair.workOrder.plannedMs ?? pair.atMs);
}
