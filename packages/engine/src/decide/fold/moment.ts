import type { Turn } from '../turn.ts';
import { startClock, stopClock } from './fold-clocks.ts';
import { openGateEarly } from './fold-gate.ts';
import { runEffects } from './run-effects.ts';

/** Something has happened that clocks, gates and effects may wait for: stops before starts, effects last. */
export function moment(turn: Turn, name: string): void {
  const use = turn.workings.moments.get(name);
  if (use === undefined) return;
  turn.consequences += 1;
  for (const clock of use.stops) stopClock(turn, clock);
  for (const clock of use.starts) startClock(turn, clock);
  for (const gate of use.gates) openGateEarly(turn, gate);
  runEffects(turn, use.effects);
}
