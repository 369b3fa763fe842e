import type { RouteWork, Snapshot } from '@paidan/engine';
import type { WorkOrderFacts } from '@paidan/engine/routing';

/** What routing reads of a work order at one of its assign steps. */
export function workOrderFactsOf(snapshot: Snapshot, stepId: string): WorkOrderFacts {
  const { workOrderId: id, seq: version, createdAt, record, appointment = {} } = snapshot;
  const { plannedAt, visitMs } = appointment;
  const route = snapshot.work[stepId]?.route;
  const dueAt = dueAtOf(snapshot);
  return {
    ...{ id, version, createdAt, record },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(plannedAt === undefined ? {} : { plannedAt }),
    ...(visitMs === undefined ? {} : { visitMs }),
    ...(route === undefined ? {} : { declinedBy: declinedBy(route), offer: liveOffer(route) }),
    ...(route?.rung === undefined ? {} : { rung: route.rung }),
  };
}

/** The nearest limit of a clock that still runs. */
function dueAtOf({ clocks }: Snapshot): string | undefined {
  const running = Object.values(clocks).filter(({ state }) => state === 'running' || state === 'warned');
  return running.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt])).toSorted()[0];
}

function declinedBy({ offers }: RouteWork): NonNullable<WorkOrderFacts['declinedBy']> {
  const declined: { [personId: string]: { at: string; reason: string } } = {};
  for (const { assignee, state, answeredAt, leaseUntil, reason } of Object.values(offers)) {
    if (state !== 'declined') continue;
    declined[assignee.id] = {
      at: answeredAt ?? leaseUntil,
      reason: typeof reason === 'string' ? reason : '',
    };
  }
  return declined;
}

function liveOffer({ offers, token }: RouteWork): NonNullable<WorkOrderFacts['offer']> | null {
  const live = Object.values(offers).find(({ state }) => state === 'offered');
  if (live === undefined) return null;
  const { assignee, leaseUntil, seenAt } = live;
  const seen = seenAt === undefined ? {} : { seenAt };
  return { assigneeId: assignee.id, state: 'offered', token, leaseUntil, ...seen };
}
