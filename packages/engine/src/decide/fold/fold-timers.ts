import type { TimerDefinition } from '../../author/definition/timer.ts';
import { addDuration } from '../../time/add-duration.ts';
import type { Instant } from '../../time/instant.ts';
import type { ArmedTimer } from '../snapshot.ts';
import type { Turn } from '../turn.ts';
import { withEntry, withoutEntries } from './map-entries.ts';

/** Arms a timer with this decision's token, in place of any of the same id. */
export function armTimer(
  turn: Turn,
  timer: string,
  dueAt: Instant,
  onResume: ArmedTimer['onResume'] = 'absolute',
): void {
  turn.timers = withEntry(turn.timers, timer, { token: turn.seq, dueAt, onResume, armedAt: turn.at });
  turn.entries.push({ kind: 'timer-armed', timer, dueAt });
}

export function armStepTimers(
  turn: Turn,
  step: string,
  timers: { readonly [id: string]: TimerDefinition } | undefined,
): void {
  for (const [id, { after, calendar, onResume = 'absolute' }] of Object.entries(timers ?? {})) {
    const dueAt = addDuration(turn.at, after, turn.workings.calendar(calendar));
    armTimer(turn, `${step}/${id}`, dueAt, onResume);
  }
}

/** Drops every timer a predicate names. */
export function dropTimers(turn: Turn, isDropped: (timer: string) => boolean): void {
  turn.timers = withoutEntries(turn.timers, (timer, { dueAt }) => {
    if (!isDropped(timer)) return false;
    turn.entries.push({ kind: 'timer-dropped', timer, dueAt });
    return true;
  });
}
