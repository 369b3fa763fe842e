import { outcomeSignal } from '../../compile/signal.ts';
import { activeSteps } from '../configuration.ts';
import { isActive, type Turn } from '../turn.ts';
import { askCall } from './ask-call.ts';
import { askCondition } from './ask-condition.ts';

/** Wait steps whose `until` holds now are over; asked on entry and after each change of the record. */
export function foldWaits(turn: Turn): void {
  if (turn.status === 'ended') return;
  for (const id of activeSteps(turn.configuration)) {
    const step = turn.workings.steps.get(id);
    if (step?.definition.kind === 'wait' && step.asks !== undefined && askCondition(turn, step.asks)) {
      turn.signals.push(outcomeSignal(id, 'condition'));
    }
  }
}

/** Calls held back for a missing field are tried again. */
export function foldHeld(turn: Turn): void {
  for (const [name, { state }] of Object.entries(turn.effects)) {
    if (state !== 'held') continue;
    const effect = turn.workings.effects.get(name);
    const step = turn.workings.steps.get(name);
    if (effect?.definition.kind === 'call') {
      askCall(turn, {
        ...effect.definition,
        name,
        pointer: effect.pointer,
        mapping: effect.definition.mapping,
      });
    } else if (step?.definition.kind === 'call' && isActive(turn, name)) {
      const { operation, mapping } = step.definition;
      askCall(turn, { name, operation, mapping, pointer: step.pointer, stepId: name });
    }
  }
}
