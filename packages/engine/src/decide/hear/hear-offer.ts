import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import {
  answerOffer,
  assignRole,
  leaseTimer,
  openOffers,
  requestPlan,
  withdrawOffers,
} from '../fold/fold-route.ts';
import { closeTasks, moveTasks } from '../fold/fold-tasks.ts';
import { dropTimers } from '../fold/fold-timers.ts';
import { withoutEntries } from '../fold/map-entries.ts';
import { isPerson, isSystem } from '../permission.ts';
import { notAvailable, notPermitted, permitted } from '../refuse.ts';
import type { OfferWork } from '../step-work.ts';
import { isActive, type Turn } from '../turn.ts';
import { tellFlow } from './hear-field.ts';
import { markActed } from './hear-submit.ts';
import { mayOverride } from './hear-task.ts';

type Answer = Extract<WorkOrderEvent, { kind: 'accepted' | 'declined' }>;

/** Yes or no to an offer, by the person it was made to. The first yes wins, the others are withdrawn. */
export function hearAnswer(turn: Turn, event: Answer): readonly Issue[] {
  const offer = turn.work[event.step]?.route?.offers[event.offer];
  if (offer === undefined) return [issue('offer/unknown', '', { offer: event.offer })];
  const refused = refuseAnswer(turn, event, offer);
  if (refused.length > 0) return refused;
  const step = turn.workings.steps.get(event.step);
  if (step?.definition.kind !== 'assign') return notAvailable(event.kind);
  if (event.kind === 'declined') return decline(turn, event);
  answerOffer(turn, event.step, event.offer, { state: 'accepted' });
  withdrawOffers(turn, event.step, 'taken');
  const decision = turn.work[event.step]?.route?.decision;
  assignRole(turn, step.definition.role, offer.assignee, 'accepted', decision);
  markActed(turn, event.step);
  closeTasks(turn, ({ kind, stepId }) => kind === 'choose' && stepId === event.step, 'superseded');
  turn.signals.push(outcomeSignal(event.step, 'accepted'));
  return permitted;
}

function refuseAnswer(turn: Turn, event: Answer, offer: OfferWork): readonly Issue[] {
  const { offer: id, step } = event;
  const { assignee, leaseUntil } = offer;
  if (!isSystem(event.actor) && !isPerson(event.actor, assignee.id)) {
    return [issue('offer/not-yours', '', { offer: id, assignee: assignee.name, actor: event.actor.name })];
  }
  if (offer.state === 'withdrawn' || offer.state === 'taken') {
    const code = offer.reason === 'taken' ? 'offer/taken' : 'offer/withdrawn';
    return [issue(code, '', { offer: id })];
  }
  if (offer.state === 'expired') return [issue('offer/expired', '', { offer: id, leaseUntil })];
  if (offer.state !== 'offered') return [issue('offer/answered', '', { offer: id })];
  if (!isActive(turn, step)) return notAvailable(event.kind);
  const current = turn.work[step]?.route?.token ?? 0;
  if (current !== event.token) return [issue('offer/superseded', '/token', { token: event.token, current })];
  // The lease ends at its instant, whether or not the timer has been heard yet.
  return turn.at >= leaseUntil ? [issue('offer/expired', '', { offer: id, leaseUntil })] : [];
}

/** When all who were asked have declined, the next rung is asked for at once. */
function decline(turn: Turn, event: Extract<Answer, { kind: 'declined' }>): readonly Issue[] {
  if (event.reason.trim() === '') return [issue('event/reason-required', '/reason', { event: event.kind })];
  answerOffer(turn, event.step, event.offer, { state: 'declined', reason: event.reason });
  askNextRung(turn, event.step);
  return permitted;
}

/** Nobody is left who could still say yes: on to the next rung. */
export function askNextRung(turn: Turn, id: string): void {
  if (openOffers(turn.work[id]?.route).length > 0) return;
  dropTimers(turn, (timer) => timer === leaseTimer(id));
  const definition = turn.workings.steps.get(id)?.definition;
  if (definition?.kind === 'assign') requestPlan(turn, id, definition, true);
}

export function hearWithdrawn(
  turn: Turn,
  event: Extract<WorkOrderEvent, { kind: 'withdrawn' }>,
): readonly Issue[] {
  const offer = turn.work[event.step]?.route?.offers[event.offer];
  if (offer === undefined) return [issue('offer/unknown', '', { offer: event.offer })];
  if (!isSystem(event.actor) && !mayOverride(turn, event)) return notPermitted(event.kind, event.actor);
  if (offer.state !== 'offered') return [issue('offer/answered', '', { offer: event.offer })];
  answerOffer(turn, event.step, event.offer, { state: 'withdrawn', reason: event.reason });
  askNextRung(turn, event.step);
  tellFlow(turn, event.kind);
  return permitted;
}

/** Somebody gives a role back, or it is taken from them; their tasks lose them. */
export function hearReleased(
  turn: Turn,
  event: Extract<WorkOrderEvent, { kind: 'released' }>,
): readonly Issue[] {
  const assigned = turn.assignees[event.role];
  if (assigned === undefined) return notAvailable(event.kind);
  if (!isSystem(event.actor) && !isPerson(event.actor, assigned.id) && !mayOverride(turn, event)) {
    return notPermitted(event.kind, event.actor);
  }
  if (event.reason.trim() === '') return [issue('event/reason-required', '/reason', { event: event.kind })];
  turn.assignees = withoutEntries(turn.assignees, (role) => role === event.role);
  const { role, reason } = event;
  turn.entries.push({ kind: 'released', role, assignee: assigned.id, reason });
  moveTasks(turn, assigned, undefined);
  tellFlow(turn, event.kind);
  return permitted;
}
