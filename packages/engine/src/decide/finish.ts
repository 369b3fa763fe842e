import type { MovedDecision } from './decision.ts';
import { foldAppointment } from './fold/fold-appointment.ts';
import { foldClocks } from './fold/fold-clocks.ts';
import { closeTurn, type Turn } from './turn.ts';

/** Clocks and the appointment follow from everything else, so they are folded last; then the decision is whole. */
export function finish(turn: Turn): MovedDecision {
  foldClocks(turn);
  foldAppointment(turn);
  return {
    kind: 'moved',
    snapshot: closeTurn(turn),
    effects: turn.effectsAsked,
    entries: turn.entries,
  };
}
