import type { Snapshot } from '@paidan/engine';
import { type Proposal, propose } from '@paidan/engine/routing';
import type { Instant } from '@paidan/engine/time';
import type { RoutingFacts } from '../routing-facts.ts';
import type { RoutedStep } from './policies.ts';
import { workOrderFactsOf } from './work-order-facts.ts';

export interface Asking {
  readonly snapshot: Snapshot;
  readonly step: RoutedStep;
  readonly facts: RoutingFacts;
  /** Only these people; everybody when absent. */
  readonly among?: readonly string[];
}

/** What a work order's ladder says now, `undefined` where no pass has begun. */
export function proposeFor({ snapshot, step, facts, among }: Asking, at: Instant): Proposal | undefined {
  const { stepId, policy } = step;
  const route = snapshot.work[stepId]?.route;
  if (route === undefined) return undefined;
  const { assignees, personOf, resolveRole } = facts;
  const asked = among === undefined ? assignees : assignees.filter(({ id }) => among.includes(id));
  const workOrder = workOrderFactsOf(snapshot, stepId);
  const { token } = route;
  return propose(
    { policy, step: stepId, token, workOrder, assignees: asked, route, personOf, resolveRole },
    at,
  );
}
