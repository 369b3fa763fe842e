import type { Flow } from '../author/definition/flow.ts';
import type { Stage } from '../author/definition/stage.ts';
import type { Step } from '../author/definition/step.ts';
import type { Transition } from '../author/definition/transition.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { type Condition, compileCondition } from './compile-condition.ts';
import { type CompiledGate, compileGate } from './compile-gate.ts';
import { type CompiledSet, compileSet } from './compile-set.ts';
import { type CompiledTransition, compileTransition } from './compile-transition.ts';

/** A step with its place in the flow. `top` is itself, or the parallel step whose branch it belongs to. */
export interface CompiledStep {
  readonly id: string;
  readonly definition: Step;
  readonly pointer: string;
  readonly stage: Stage;
  readonly top: string;
  readonly branch?: string;
  /** Its own in order, then those of `anywhere`; on one signal the first whose condition holds is taken. */
  readonly transitions: readonly CompiledTransition[];
  readonly onEnter: readonly string[];
  readonly onLeave: readonly string[];
  /** `skip` of a form step, `until` of a wait step. */
  readonly asks?: Condition;
  /** `input` and `output` of a child step. */
  readonly input?: CompiledSet;
  readonly output?: CompiledSet;
  readonly gate?: CompiledGate;
}

/** Every step of the flow, those of branches after the parallel step they belong to. */
export function compileSteps(flow: Flow): ReadonlyMap<string, CompiledStep> {
  const events = new Set(Object.keys(flow.events ?? {}));
  const compiled = new Map<string, CompiledStep>();
  for (const [id, step] of Object.entries(flow.steps)) {
    const pointer = pointerOf('flow', 'steps', id);
    compiled.set(id, compileStep({ id, step, events }, { pointer, top: id }, flow));
    if (step.kind !== 'parallel') continue;
    for (const [branch, { steps }] of Object.entries(step.branches)) {
      for (const [inner, innerStep] of Object.entries(steps)) {
        const place = { pointer: pointer + pointerOf('branches', branch, 'steps', inner), top: id, branch };
        compiled.set(inner, compileStep({ id: inner, step: innerStep, events }, place, flow));
      }
    }
  }
  return compiled;
}

type Owner = { readonly id: string; readonly step: Step; readonly events: ReadonlySet<string> };
type Place = { readonly pointer: string; readonly top: string; readonly branch?: string };

function compileStep(owner: Owner, place: Place, flow: Flow): CompiledStep {
  const { id, step } = owner;
  return {
    id,
    definition: step,
    stage: step.stage,
    ...place,
    transitions: [...ownTransitions(owner, place), ...anywhereTransitions(owner, place, flow)],
    onEnter: step.onEnter ?? [],
    onLeave: step.kind === 'end' ? [] : (step.onLeave ?? []),
    ...partsOfKind(step, place.pointer),
  };
}

function partsOfKind(step: Step, pointer: string): Pick<CompiledStep, 'asks' | 'input' | 'output' | 'gate'> {
  if (step.kind === 'form' && step.skip !== undefined) {
    return { asks: compileCondition(step.skip, pointer + pointerOf('skip')) };
  }
  if (step.kind === 'wait' && step.until !== undefined) {
    return { asks: compileCondition(step.until, pointer + pointerOf('until')) };
  }
  if (step.kind === 'child') {
    const input = compileSet(step.input);
    return step.output === undefined ? { input } : { input, output: compileSet(step.output) };
  }
  return step.kind === 'gate' ? { gate: compileGate(step, pointer) } : {};
}

function ownTransitions(owner: Owner, { pointer }: Place): readonly CompiledTransition[] {
  const { step } = owner;
  if (step.kind === 'end') return [];
  const transitions = step.transitions ?? {};
  return inOrder(transitions, step.order).map(([id, transition]) =>
    compileTransition(owner, id, transition, pointer + pointerOf('transitions', id)),
  );
}

function inOrder(
  transitions: { readonly [id: string]: Transition },
  order: readonly string[] | undefined,
): readonly (readonly [string, Transition])[] {
  if (order === undefined) return Object.entries(transitions);
  const listed = order.flatMap((id): readonly (readonly [string, Transition])[] => {
    const transition = transitions[id];
    return transition === undefined ? [] : [[id, transition]];
  });
  return [...listed, ...Object.entries(transitions).filter(([id]) => !order.includes(id))];
}

/** Only steps at the top take them over, so that a branch never answers a second time. */
function anywhereTransitions(owner: Owner, place: Place, flow: Flow): readonly CompiledTransition[] {
  if (place.branch !== undefined) return [];
  const { step } = owner;
  const refuses = step.kind === 'end' ? [] : (step.refuses ?? []);
  return Object.entries(flow.anywhere ?? {})
    .map(([id, transition]) => compileTransition(owner, id, transition, pointerOf('flow', 'anywhere', id)))
    .filter(
      ({ id, hears }) =>
        !refuses.includes(id) && !hears.some((signal) => refuses.some((word) => isRefused(signal, word))),
    );
}

function isRefused(signal: string, word: string): boolean {
  return signal === word || signal === `event.${word}`;
}
