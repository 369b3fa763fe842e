import type { WorkflowEvent } from '../../author/definition/workflow-event.ts';
import { fitsSchema } from '../../compile/fits-schema.ts';
import { eventSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { JsonObject } from '../../issue/json.ts';
import { addDuration } from '../../time/add-duration.ts';
import type { WorkOrderEvent } from '../event.ts';
import { withEntry } from '../fold/map-entries.ts';
import { moment } from '../fold/moment.ts';
import { transitionsHearing } from '../offered-named.ts';
import { notAvailable, notPermitted, permitted } from '../refuse.ts';
import type { Turn } from '../turn.ts';

type Send = Extract<WorkOrderEvent, { kind: 'send' }>;
type Heard = Extract<WorkOrderEvent, { kind: 'heard' }>;

/** An event the workflow declares, sent by a person in one of its roles. */
export function hearSend(turn: Turn, event: Send): readonly Issue[] {
  const declared = turn.workings.handle.workflow.flow.events?.[event.event];
  if (declared === undefined) return [issue('event/unknown', '/event', { event: event.event })];
  const by = declared.by ?? [];
  if (!by.some((role) => event.actor.roles.includes(role))) return notPermitted(event.event, event.actor, by);
  return hearNamed(turn, event.event, declared, { payload: event.payload ?? {} });
}

/** The same, from a listener that watches another system. */
export function hearHeard(turn: Turn, event: Heard): readonly Issue[] {
  const declared = turn.workings.handle.workflow.flow.events?.[event.event];
  if (declared === undefined) return [issue('event/unknown', '/event', { event: event.event })];
  const from = declared.from ?? [];
  if (!from.includes(event.listener)) return notPermitted(event.event, event.actor, from);
  return hearNamed(turn, event.event, declared, { payload: event.payload, from: event.listener });
}

function hearNamed(
  turn: Turn,
  name: string,
  declared: WorkflowEvent,
  { payload, from }: { readonly payload: JsonObject; readonly from?: string },
): readonly Issue[] {
  if (declared.payload !== undefined && !fitsSchema(payload, declared.payload, declared.payload)) {
    return [issue('event/payload-differs', '/payload', { event: name })];
  }
  if (!turn.workings.moments.has(name) && transitionsHearing(turn, name).length === 0) {
    return turn.status === 'ended' ? [issue('event/after-end', '', { event: name })] : notAvailable(name);
  }
  const counted = isCounted(turn, name, declared);
  turn.entries.push({ kind: 'event-heard', event: name, counted, ...(from === undefined ? {} : { from }) });
  if (!counted) {
    // In excess of its rate: stored, and answered with the present status; nobody is told.
    turn.consequences += 1;
    return permitted;
  }
  turn.facts.event = payload;
  turn.eventTitle = declared.title;
  moment(turn, name);
  turn.signals.push(eventSignal(name));
  return permitted;
}

function isCounted(turn: Turn, name: string, { atMost }: WorkflowEvent): boolean {
  if (atMost === undefined) return true;
  const calendar = turn.workings.calendar(undefined);
  const heard = turn.heard[name] ?? [];
  const recent = heard.filter((at) => addDuration(at, atMost.per, calendar) > turn.at);
  const counted = recent.length < atMost.times;
  if (counted) turn.heard = withEntry(turn.heard, name, [...heard, turn.at]);
  return counted;
}
