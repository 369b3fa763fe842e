import type { AssignStep } from '../../author/definition/steps/assign.ts';
import type { Json } from '../../issue/json.ts';
import type { Assigned } from '../actor.ts';
import type { OfferWork, RouteWork } from '../step-work.ts';
import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { moveTasks } from './fold-tasks.ts';
import { withEntry } from './map-entries.ts';

/** Timer that ends the present offers of an assign step. */
export function leaseTimer(step: string): string {
  return `${step}/offers`;
}

/** Timer after which a waiting assign step is planned again. */
export function againTimer(step: string): string {
  return `${step}/again`;
}

/** Asks for the next rung. The token is this decision's: an answer to an earlier request is stale. */
export function requestPlan(turn: Turn, step: string, definition: AssignStep, urgent: boolean): void {
  const { policy } = definition;
  if (policy === undefined) return;
  const before = turn.work[step]?.route;
  keepRoute(turn, step, {
    passStartedAt: turn.at,
    asked: [],
    offers: {},
    ...before,
    token: turn.seq,
  });
  askEffect(turn, (id) => ({ id, kind: 'requestPlan', stepId: step, policy, token: turn.seq, urgent }));
}

export function keepRoute(turn: Turn, step: string, route: RouteWork): void {
  const work = turn.work[step];
  if (work !== undefined) turn.work = withEntry(turn.work, step, { ...work, route });
}

/** The offer in its next state, and the journal's line for it. */
export function answerOffer(
  turn: Turn,
  step: string,
  id: string,
  answer: { readonly state: OfferWork['state']; readonly reason?: Json },
): void {
  const route = turn.work[step]?.route;
  const offer = route?.offers[id];
  if (route === undefined || offer === undefined) return;
  const answered: OfferWork = { ...offer, ...answer, answeredAt: turn.at };
  keepRoute(turn, step, { ...route, offers: withEntry(route.offers, id, answered) });
  if (answer.state === 'offered') return;
  turn.entries.push({
    kind: `offer-${answer.state}`,
    step,
    offer: id,
    assignee: offer.assignee.id,
    ...(route.rung === undefined ? {} : { rung: route.rung }),
    ...(answer.reason === undefined ? {} : { reason: answer.reason }),
  });
}

export function openOffers(route: RouteWork | undefined): readonly string[] {
  return Object.entries(route?.offers ?? {}).flatMap(([id, { state }]) => (state === 'offered' ? [id] : []));
}

export function withdrawOffers(turn: Turn, step: string, reason: string): void {
  for (const id of openOffers(turn.work[step]?.route))
    answerOffer(turn, step, id, { state: 'withdrawn', reason });
}

/** Somebody now holds a role; open tasks of whoever held it before move along. */
export function assignRole(
  turn: Turn,
  role: string,
  assigned: Assigned,
  how: 'accepted' | 'duty' | 'override' | 'chosen',
  decision?: string,
): void {
  const before = turn.assignees[role];
  turn.assignees = withEntry(turn.assignees, role, assigned);
  turn.entries.push({
    kind: 'assigned',
    role,
    assignee: assigned.id,
    how,
    ...(decision === undefined ? {} : { decision }),
  });
  moveTasks(turn, before, assigned);
}
