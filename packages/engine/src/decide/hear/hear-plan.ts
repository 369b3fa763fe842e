import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { Assigned } from '../actor.ts';
import type { WorkOrderEvent } from '../event.ts';
import { openChoice } from '../fold/enter-step.ts';
import { openIncident } from '../fold/fold-incidents.ts';
import { againTimer, assignRole, keepRoute, leaseTimer } from '../fold/fold-route.ts';
import { armTimer, dropTimers } from '../fold/fold-timers.ts';
import { moment } from '../fold/moment.ts';
import { tellRole } from '../fold/tell-role.ts';
import { notAvailable, permitted } from '../refuse.ts';
import type { OfferWork, RouteWork } from '../step-work.ts';
import { isActive, type Turn } from '../turn.ts';
import { tellFlow } from './hear-field.ts';

export type PlanEvent = Extract<
  WorkOrderEvent,
  { kind: 'offered' | 'assigned' | 'waiting' | 'escalated' | 'exhausted' }
>;

/** A queue that nobody leaves must be seen: the rung names the role that is told. */
const waits = {
  'zh-CN': '{workOrder.number} 暂无合适人选，正在排队等待派单',
  en: '{workOrder.number} has nobody who fits and waits to be assigned',
};
const widens = {
  'zh-CN': '{workOrder.number} 尚无人接单，已扩大询问范围',
  en: '{workOrder.number} is accepted by nobody yet; more people are being asked',
};

/** What the planner answers to a `requestPlan`; one with an earlier token answers a request that no longer stands. */
export function hearPlanned(turn: Turn, event: PlanEvent): readonly Issue[] {
  const step = turn.workings.steps.get(event.step);
  const route = turn.work[event.step]?.route;
  if (step?.definition.kind !== 'assign' || route === undefined || !isActive(turn, event.step)) {
    return notAvailable(event.kind);
  }
  if (event.token !== route.token) {
    return [issue('offer/superseded', '/token', { token: event.token, current: route.token })];
  }
  dropTimers(turn, (timer) => timer === againTimer(event.step));
  switch (event.kind) {
    case 'offered':
      return makeOffers(turn, event, route);
    case 'assigned':
      assignRole(turn, step.definition.role, event.assignee, 'duty', event.decision);
      turn.signals.push(outcomeSignal(event.step, 'accepted'));
      return permitted;
    case 'waiting':
      return waitForSomebody(turn, event, route);
    case 'escalated': {
      const { rung, to, decision } = event;
      turn.entries.push({ kind: 'escalated', step: event.step, rung, to: to.id, decision });
      moment(turn, 'escalated');
      return exhaust(turn, event.step, to);
    }
    case 'exhausted':
      return exhaust(turn, event.step, undefined);
  }
}

function makeOffers(
  turn: Turn,
  event: Extract<PlanEvent, { kind: 'offered' }>,
  route: RouteWork,
): readonly Issue[] {
  const { step, ladder, rung, leaseUntil, tell, decision, startedAt = turn.at } = event;
  const offers: { [id: string]: OfferWork } = { ...route.offers };
  for (const [id, { assignee, score, leaseUntil: own = leaseUntil }] of Object.entries(event.offers)) {
    const graded = score === undefined ? {} : { score };
    offers[id] = { assignee, state: 'offered', rung, leaseUntil: own, ...graded };
    turn.entries.push({ kind: 'offer-made', step, offer: id, assignee: assignee.id, rung, decision });
  }
  const people = Object.values(event.offers).map(({ assignee }) => assignee.id);
  const asked = [...new Set([...route.asked, ...people])];
  keepRoute(turn, step, { ...route, ladder, rung, rungStartedAt: startedAt, asked, offers, decision });
  armTimer(turn, leaseTimer(step), leaseUntil);
  if (tell !== undefined) {
    tellRole(turn, step, { role: tell, name: `${step}-widens`, text: widens });
  }
  return permitted;
}

function waitForSomebody(
  turn: Turn,
  event: Extract<PlanEvent, { kind: 'waiting' }>,
  route: RouteWork,
): readonly Issue[] {
  const { step, ladder, rung, again, alarm, decision, startedAt = turn.at } = event;
  keepRoute(turn, step, { ...route, ladder, rung, rungStartedAt: startedAt, decision });
  turn.entries.push({ kind: 'route-waits', step, rung, again, decision });
  armTimer(turn, againTimer(step), again);
  if (alarm !== undefined) tellRole(turn, step, { role: alarm, name: `${step}-waits`, text: waits });
  return permitted;
}

/** The ladder has ended: whoever it escalated to holds the task that comes next, or one to choose here. */
function exhaust(turn: Turn, id: string, holder: Assigned | undefined): readonly Issue[] {
  turn.holder = holder;
  const step = turn.workings.steps.get(id);
  const signal = outcomeSignal(id, 'exhausted');
  turn.signals.push(signal);
  if (step?.definition.kind !== 'assign' || step.transitions.some(({ hears }) => hears.includes(signal))) {
    return permitted;
  }
  // Nothing in the flow takes over: somebody must still be able to, so the choice is opened where it stands.
  const chosen = Object.values(turn.tasks).some(({ kind, stepId }) => kind === 'choose' && stepId === id);
  if (!chosen) openChoice(turn, step, step.definition.chooser?.roles ?? overriders(turn));
  openIncident(turn, `nobody-for-${id}`);
  return permitted;
}

function overriders(turn: Turn): readonly string[] {
  return Object.entries(turn.workings.roles).flatMap(([role, { may }]) =>
    may?.includes('override') === true ? [role] : [],
  );
}

/** Receipts of an offer: it has arrived, it has been looked at. */
export function hearReceipt(
  turn: Turn,
  event: Extract<WorkOrderEvent, { kind: 'delivered' | 'seen' }>,
): readonly Issue[] {
  const route = turn.work[event.step]?.route;
  const offer = route?.offers[event.offer];
  if (route === undefined || offer === undefined) return [issue('offer/unknown', '', { offer: event.offer })];
  const received = event.kind === 'delivered' ? { deliveredAt: turn.at } : { seenAt: turn.at };
  const offers = { ...route.offers, [event.offer]: { ...offer, ...received } };
  keepRoute(turn, event.step, { ...route, offers });
  const { step } = event;
  turn.entries.push({ kind: `offer-${event.kind}`, step, offer: event.offer, assignee: offer.assignee.id });
  tellFlow(turn, event.kind);
  return permitted;
}
