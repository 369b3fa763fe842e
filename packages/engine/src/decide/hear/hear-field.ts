import { eventSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import { moment } from '../fold/moment.ts';
import { isPerson } from '../permission.ts';
import { notPermitted, permitted } from '../refuse.ts';
import type { Turn } from '../turn.ts';

type Move = Extract<WorkOrderEvent, { kind: 'arrive' | 'depart' | 'leave' }>;
type Plan = Extract<WorkOrderEvent, { kind: 'plan' }>;
type Comment = Extract<WorkOrderEvent, { kind: 'comment' }>;
type Message = Extract<WorkOrderEvent, { kind: 'message' }>;

/** 出发, 到达, 离开: by somebody assigned to this work order. */
export function hearMove(turn: Turn, event: Move): readonly Issue[] {
  const assigned = Object.values(turn.assignees).some(({ id }) => isPerson(event.actor, id));
  if (!assigned) return notPermitted(event.kind, event.actor, Object.keys(turn.assignees));
  turn.entries.push({ kind: 'moved-in-field', what: event.kind });
  tellFlow(turn, event.kind);
  return permitted;
}

/** A visit is planned, by whom the appointment names; what follows from it is derived when everything else is folded. */
export function hearPlan(turn: Turn, event: Plan): readonly Issue[] {
  const by = turn.workings.handle.workflow.appointment?.by;
  if (by === undefined) return [issue('event/not-available', '', { event: event.kind })];
  const assigned = by.some((role) => {
    const holder = turn.assignees[role];
    return holder !== undefined && isPerson(event.actor, holder.id);
  });
  if (!assigned && !by.some((role) => event.actor.roles.includes(role))) {
    return notPermitted(event.kind, event.actor, by);
  }
  const { plannedAt, visitMs } = event;
  turn.appointment = { ...turn.appointment, plannedAt, ...(visitMs === undefined ? {} : { visitMs }) };
  turn.facts.event = { plannedAt, visitMs: visitMs ?? null };
  turn.plannedAnew = true;
  tellFlow(turn, event.kind);
  return permitted;
}

export function hearComment(turn: Turn, event: Comment): readonly Issue[] {
  const { text, unprompted = false } = event;
  if (!isKnown(turn, event)) return notPermitted(event.kind, event.actor, Object.keys(turn.workings.roles));
  turn.entries.push({ kind: 'commented', text, unprompted });
  turn.facts.event = { text };
  tellFlow(turn, event.kind);
  return permitted;
}

/** A person's own words to holders of a role; an automatic receipt stops no clock. */
export function hearMessage(turn: Turn, event: Message): readonly Issue[] {
  const { to, text, automatic = false } = event;
  if (!isKnown(turn, event)) return notPermitted(event.kind, event.actor, Object.keys(turn.workings.roles));
  turn.entries.push({ kind: 'message-sent', to, text, automatic });
  if (!automatic) moment(turn, `message.${to}`);
  return permitted;
}

/** An event of a built-in family: a moment, and a transition may hear it. */
export function tellFlow(turn: Turn, kind: string): void {
  moment(turn, kind);
  turn.signals.push(eventSignal(kind));
}

function isKnown(turn: Turn, { actor }: Pick<WorkOrderEvent, 'actor'>): boolean {
  return actor.id === 'system' || actor.roles.some((role) => turn.workings.roles[role] !== undefined);
}
