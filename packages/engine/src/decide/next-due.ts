import type { Instant } from '../time/instant.ts';
import type { TimeEvent } from './event.ts';
import type { ArmedTimer, Snapshot } from './snapshot.ts';

/** The earliest instant at which time alone will move this work order, or `undefined`. Nothing is due while suspended. */
export function nextDueAt(snapshot: Snapshot): Instant | undefined {
  if (snapshot.status === 'suspended') return undefined;
  let earliest: Instant | undefined;
  for (const { dueAt } of Object.values(snapshot.timers)) {
    if (earliest === undefined || dueAt < earliest) earliest = dueAt;
  }
  return earliest;
}

/**
 * The events that are due at an instant, the earliest first, ties by name; the host adds an actor and decides them one
 * by one. A decision may drop or move what comes after: an event that has become stale is then refused.
 */
export function dueEvents(snapshot: Snapshot, at: Instant): readonly TimeEvent[] {
  if (snapshot.status === 'suspended') return [];
  return Object.entries(snapshot.timers)
    .filter(([, { dueAt }]) => dueAt <= at)
    .toSorted(([left, { dueAt }], [right, other]) => order(dueAt, other.dueAt) || order(left, right))
    .map(([timer, armed]) => eventOf(timer, armed));
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function eventOf(timer: string, { token }: ArmedTimer): TimeEvent {
  const [family, clock, rung] = timer.split('/');
  return family === 'clock' && clock !== undefined && rung !== undefined
    ? { kind: 'rungDue', clock, rung, token }
    : { kind: 'timerDue', timer, token };
}
