import { type Issue, issue } from '../issue/issue.ts';
import type { WorkOrderEvent } from './event.ts';
import { isSystem } from './permission.ts';
import { notPermitted, permitted } from './refuse.ts';
import type { Snapshot } from './snapshot.ts';

/** Only the host sends these: what the planner, other systems and time have to say. */
const fromTheHost: ReadonlySet<WorkOrderEvent['kind']> = new Set([
  ...(['offered', 'assigned', 'waiting', 'escalated', 'exhausted', 'delivered', 'seen'] as const),
  ...(['settled', 'attempted', 'heard', 'childEnded', 'timerDue', 'rungDue', 'cancelByParent'] as const),
]);

/** Heard after the end: comments, answers to side tasks, late evidence. What is named there is asked again by name. */
const heardAfterEnd: ReadonlySet<WorkOrderEvent['kind']> = new Set([
  ...(['submit', 'claim', 'release', 'transfer', 'comment', 'message', 'send', 'heard'] as const),
  ...(['settled', 'attempted', 'timerDue', 'rungDue', 'cancelByParent'] as const),
]);

/** Heard while suspended: what other systems answer is not lost, people and timers wait. */
const heardWhileSuspended: ReadonlySet<WorkOrderEvent['kind']> = new Set([
  ...([
    'resume',
    'comment',
    'message',
    'settled',
    'attempted',
    'heard',
    'childEnded',
    'cancelByParent',
  ] as const),
]);

/** What is asked of every event before its own conditions. */
export function admit(snapshot: Snapshot, event: WorkOrderEvent): readonly Issue[] {
  const { seq, status } = snapshot;
  if (event.seq !== undefined && event.seq !== seq) {
    return [issue('event/moved-on', '/seq', { seq, expected: event.seq })];
  }
  if (fromTheHost.has(event.kind) && !isSystem(event.actor)) return notPermitted(event.kind, event.actor);
  if (status === 'ended' && !heardAfterEnd.has(event.kind)) {
    return [issue('event/after-end', '', { event: event.kind })];
  }
  if (status === 'suspended' && !heardWhileSuspended.has(event.kind)) {
    return [issue('event/suspended', '', { event: event.kind })];
  }
  return permitted;
}
