import type { Step } from '../author/definition/step.ts';
import type { Transition } from '../author/definition/transition.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { type Condition, compileCondition } from './compile-condition.ts';
import { type CompiledSet, compileSet } from './compile-set.ts';
import { outcomesOf } from './outcomes.ts';
import { eventSignal, outcomeSignal, type Signal, timerSignal } from './signal.ts';

/** A transition of one step. One of `anywhere` is compiled once per step that does not refuse it. */
export interface CompiledTransition {
  readonly id: string;
  readonly step: string;
  readonly pointer: string;
  /** Empty at a `decide` step: taken at once. */
  readonly hears: readonly Signal[];
  readonly when?: Condition;
  readonly set?: CompiledSet;
  readonly effects: readonly string[];
  readonly to?: string;
  readonly alsoAfterEnd: boolean;
}

/** The step a transition is compiled for, and the events its workflow declares. */
export interface TransitionOwner {
  readonly id: string;
  readonly step: Step;
  readonly events: ReadonlySet<string>;
}

export function compileTransition(
  owner: TransitionOwner,
  id: string,
  transition: Transition,
  pointer: string,
): CompiledTransition {
  return {
    id,
    step: owner.id,
    pointer,
    hears: signalsHeard(owner, id, transition),
    effects: transition.effects ?? [],
    alsoAfterEnd: transition.alsoAfterEnd ?? false,
    ...(transition.when === undefined
      ? {}
      : { when: compileCondition(transition.when, pointer + pointerOf('when')) }),
    ...(transition.set === undefined ? {} : { set: compileSet(transition.set) }),
    ...(transition.to === undefined ? {} : { to: transition.to }),
  };
}

function signalsHeard(owner: TransitionOwner, id: string, { on }: Transition): readonly Signal[] {
  if (on === undefined) return owner.step.kind === 'decide' ? [] : [heardAs(owner, id)];
  return (typeof on === 'string' ? [on] : on).map((heard) => heardAs(owner, heard));
}

/** A bare name is an outcome of the step's kind, else an event, else a timer of the step. */
function heardAs({ id, step, events }: TransitionOwner, heard: string): Signal {
  if (heard.startsWith('timer.')) return timerSignal(id, heard.slice('timer.'.length));
  if (heard.includes('.')) return heard;
  if (outcomesOf[step.kind].includes(heard)) return outcomeSignal(id, heard);
  return !events.has(heard) && hasTimer(step, heard) ? timerSignal(id, heard) : eventSignal(heard);
}

function hasTimer(step: Step, name: string): boolean {
  return step.kind !== 'end' && step.timers !== undefined && Object.hasOwn(step.timers, name);
}
