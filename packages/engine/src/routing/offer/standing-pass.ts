import type { RouteWork } from '../../decide/step-work.ts';
import type { Instant } from '../../time/instant.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import type { Pass } from './next-rung.ts';
import type { OfferState } from './offer-round.ts';

export interface Standing {
  readonly workOrder: WorkOrderFacts;
  readonly assignees: readonly AssigneeFacts[];
  readonly route: RouteWork;
}

/** The pass of an assign step as `nextRung` reads it. */
export function standingPass({ workOrder, assignees, route }: Standing): Pass {
  const { passStartedAt: startedAt, rung, rungStartedAt = startedAt, asked: askedBefore } = route;
  const everybody = { workOrder, assignees, startedAt, askedBefore };
  if (rung === undefined) return everybody;
  const asked: { [assigneeId: string]: OfferState } = {};
  for (const offer of Object.values(route.offers)) {
    if (offer.rung === rung) asked[offer.assignee.id] = offer.state;
  }
  return { ...everybody, current: { rung, startedAt: rungStartedAt, asked } };
}

/** The ladder from its first rung, beginning now, for those nobody has asked yet. */
export function freshPass(standing: Standing, at: Instant): Pass {
  const { current: _, ...everybody } = standingPass(standing);
  return { ...everybody, startedAt: at };
}
