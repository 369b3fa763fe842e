import { instantMs, instantOf } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { isEligible, makePair, type Relaxations } from '../eligible/eligible-candidates.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { prepareAssignee } from '../facts/prepared-assignee.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';

const HOUR_MS = 3_600_000;
const AHEAD_HOURS = 7 * 24;

/**
 * The first instant of the next seven days at which shifts, absences and midnights alone make somebody eligible;
 * `undefined` when none of them does. What changes by people's doing is not foreseen.
 */
export function possibleFrom(
  policy: CompiledPolicy,
  workOrder: WorkOrderFacts,
  assignees: readonly AssigneeFacts[],
  at: { readonly instant: string; readonly relax: Relaxations },
): string | undefined {
  const nowMs = instantMs(at.instant);
  let firstMs: number | undefined;
  for (const facts of assignees) {
    const moments = momentsOf(facts, nowMs).filter((ms) => firstMs === undefined || ms < firstMs);
    const found = moments.find((ms) => {
      const prepared = prepareWorkOrder(workOrder, policy.policy.tags.workOrder, instantOf(ms));
      const assignee = prepareAssignee(facts, ms, new Set([workOrder.id]));
      return isEligible(policy, makePair(policy, prepared, assignee, ms), at.relax) !== 'no';
    });
    firstMs = found ?? firstMs;
  }
  return firstMs === undefined ? undefined : instantOf(firstMs);
}

/** Zones differ from UTC by whole quarters of an hour, so a quarter where the date turns is a midnight. */
function momentsOf(facts: AssigneeFacts, nowMs: number): readonly number[] {
  const untilMs = nowMs + AHEAD_HOURS * HOUR_MS;
  const { localDay } = prepareAssignee(facts, nowMs, new Set());
  const edges = [
    ...facts.shifts.map(([from]) => instantMs(from)),
    ...facts.absences.map(([, to]) => instantMs(to)),
  ];
  const firstMs = Math.ceil(nowMs / (HOUR_MS / 4)) * (HOUR_MS / 4);
  for (let ms = firstMs; ms <= untilMs; ms += HOUR_MS / 4) {
    if (localDay(ms) !== localDay(ms - 1)) edges.push(ms);
  }
  return edges.filter((ms) => ms > nowMs && ms <= untilMs).sort((one, other) => one - other);
}
