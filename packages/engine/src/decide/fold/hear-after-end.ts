import type { Signal } from '../../compile/signal.ts';
import { topStep } from '../top-step.ts';
import type { Turn } from '../turn.ts';
import { askCondition } from './ask-condition.ts';
import { moment } from './moment.ts';
import { runEffects } from './run-effects.ts';
import { writeSet } from './write-record.ts';

/** Transitions that say `alsoAfterEnd`, the first whose condition holds. The end is never left. */
export function hearAfterEnd(turn: Turn, signal: Signal): void {
  const step = topStep(turn.configuration);
  const taken = turn.workings.steps
    .get(step)
    ?.transitions.find(
      ({ alsoAfterEnd, hears, when }) => alsoAfterEnd && hears.includes(signal) && askCondition(turn, when),
    );
  if (taken === undefined) return;
  turn.consequences += 1;
  turn.entries.push({ kind: 'transition-taken', step, transition: taken.id, pointer: taken.pointer });
  writeSet(turn, taken.set);
  moment(turn, `take.${step}.${taken.id}`);
  runEffects(turn, taken.effects);
}
