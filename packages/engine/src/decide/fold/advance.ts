import type { Mark } from '../../compile/frame.ts';
import type { MachineMove } from '../../compile/machine-adapter.ts';
import type { Signal } from '../../compile/signal.ts';
import { factsNow, type Turn } from '../turn.ts';
import { enterStep, titleOf } from './enter-step.ts';
import { foldGates } from './fold-gate.ts';
import { foldHeld, foldWaits } from './fold-record.ts';
import { hearAfterEnd } from './hear-after-end.ts';
import { leaveStep } from './leave-step.ts';
import { moment } from './moment.ts';
import { runEffects } from './run-effects.ts';
import { enterWritten } from './write-record.ts';

/** Signals in one decision before it is given up; lint refuses such circles before. */
const mostSignals = 1000;

/** Lets the machine hear what is waiting, and folds what followed, until nothing is left. `false`: it never ends. */
export function advance(turn: Turn): boolean {
  for (let heard = 0; heard < mostSignals; heard += 1) {
    const signal = turn.signals.shift();
    if (signal !== undefined) {
      if (!step(turn, signal)) return false;
      continue;
    }
    foldRecord(turn);
    if (turn.signals.length === 0) return true;
  }
  return false;
}

/** The first step of a work order. */
export function begin(turn: Turn): boolean {
  const marks: Mark[] = [];
  return follow(turn, turn.workings.machine.begin(turn.record, { facts: factsNow(turn), marks }), marks);
}

function step(turn: Turn, signal: Signal): boolean {
  if (turn.status === 'ended') {
    hearAfterEnd(turn, signal);
    return true;
  }
  const marks: Mark[] = [];
  const frame = { facts: factsNow(turn), marks };
  return follow(turn, turn.workings.machine.move(turn.configuration, turn.record, signal, frame), marks);
}

function follow(turn: Turn, move: MachineMove | undefined, marks: readonly Mark[]): boolean {
  if (move === undefined) return false;
  turn.configuration = move.position;
  turn.record = move.record;
  for (const mark of marks) followMark(turn, mark);
  return true;
}

function followMark(turn: Turn, mark: Mark): void {
  switch (mark.kind) {
    case 'asked':
      turn.entries.push({ ...mark, kind: 'condition-asked' });
      return;
    case 'wrote':
    case 'misfit':
      enterWritten(turn, mark, 'set');
      return;
    case 'took':
      takeTransition(turn, mark);
      return;
    case 'left':
    case 'entered': {
      const step = turn.workings.steps.get(mark.step);
      if (step === undefined) return;
      if (mark.kind === 'left') leaveStep(turn, step);
      else enterStep(turn, step);
    }
  }
}

function takeTransition(turn: Turn, { step, transition, pointer }: Extract<Mark, { kind: 'took' }>): void {
  turn.consequences += 1;
  turn.entries.push({ kind: 'transition-taken', step, transition, pointer });
  const compiled = turn.workings.steps.get(step);
  const taken = compiled?.transitions.find(({ id }) => id === transition);
  moment(turn, `take.${step}.${transition}`);
  if (compiled === undefined || taken === undefined) return;
  runEffects(turn, taken.effects, titleOf(compiled, turn));
}

function foldRecord(turn: Turn): void {
  foldGates(turn);
  if (turn.record === turn.recordJudged && turn.entered.size === 0) return;
  foldWaits(turn);
  if (turn.record !== turn.recordJudged) foldHeld(turn);
  turn.recordJudged = turn.record;
  turn.entered.clear();
}
