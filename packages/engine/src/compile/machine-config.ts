import type { CompiledStep } from './compile-step.ts';
import type { CompiledTransition } from './compile-transition.ts';
import { startSignal } from './signal.ts';

/** The part of XState's configuration that is used; everything named, nothing inline, so that it can be printed. */
export interface StateConfig {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  entry?: readonly ActionConfig[];
  exit?: readonly ActionConfig[];
  on?: { [signal: string]: Candidate[] };
  always?: Candidate[];
  onDone?: Candidate[];
  states?: { [key: string]: StateConfig };
}

export interface ActionConfig {
  readonly type: 'entered' | 'left' | 'took' | 'set';
  readonly params: { readonly step: string; readonly transition: string; readonly pointer: string };
}

interface Candidate {
  target?: string;
  reenter?: boolean;
  guard?: { readonly type: 'holds'; readonly params: ActionConfig['params'] };
  actions: readonly ActionConfig[];
}

/** Where a work order stands before its first decision. Ids cannot spell it. */
export const idleState = '$idle';

/** The whole flow as one machine: steps as states, outcomes and events as its events, nothing that runs by itself. */
export function machineConfig(start: string, steps: ReadonlyMap<string, CompiledStep>): StateConfig {
  const states: { [key: string]: StateConfig } = {
    [idleState]: { on: { [startSignal]: [{ target: `#${start}`, actions: [] }] } },
  };
  for (const step of steps.values()) if (step.branch === undefined) states[step.id] = stateOf(step, steps);
  return { id: '(workflow)', initial: idleState, states };
}

function stateOf(step: CompiledStep, steps: ReadonlyMap<string, CompiledStep>): StateConfig {
  const params = { step: step.id, transition: '', pointer: step.pointer };
  const entered: StateConfig = { id: step.id, entry: [{ type: 'entered', params }] };
  const state: StateConfig = { ...entered, exit: [{ type: 'left', params }] };
  if (step.definition.kind === 'end') {
    // XState runs the exit actions of a final state at the top as soon as it is reached; the end is never left.
    return { ...(step.branch === undefined ? entered : state), type: 'final' };
  }
  for (const transition of step.transitions) hear(state, step, transition);
  return step.definition.kind === 'parallel' ? withBranches(state, step, steps) : state;
}

function hear(state: StateConfig, step: CompiledStep, transition: CompiledTransition): void {
  const candidate = candidateOf(transition);
  if (step.definition.kind === 'decide' && transition.hears.length === 0) {
    state.always = [...(state.always ?? []), candidate];
  }
  for (const signal of transition.hears) {
    state.on = { ...state.on, [signal]: [...(state.on?.[signal] ?? []), candidate] };
  }
}

function candidateOf(transition: CompiledTransition): Candidate {
  const { id, step, pointer, when, set, to } = transition;
  const took: ActionConfig = { type: 'took', params: { step, transition: id, pointer } };
  return {
    actions: set === undefined ? [took] : [took, { type: 'set', params: took.params }],
    ...(when === undefined
      ? {}
      : { guard: { type: 'holds' as const, params: { step, transition: id, pointer: when.pointer } } }),
    ...(to === undefined ? {} : { target: `#${to}` }),
    ...(to === step ? { reenter: true } : {}),
  };
}

/** `joined` is XState's own "done": of the whole parallel state, or with `"joins": "first"` of any one region. */
function withBranches(
  state: StateConfig,
  step: CompiledStep,
  steps: ReadonlyMap<string, CompiledStep>,
): StateConfig {
  if (step.definition.kind !== 'parallel') return state;
  const joined = `step.${step.id}.joined`;
  const { [joined]: onDone = [], ...on } = state.on ?? {};
  const joinsFirst = step.definition.joins === 'first';
  const states = Object.fromEntries(
    Object.entries(step.definition.branches).map(([branch, { start, steps: inner }]) => [
      branch,
      {
        initial: start,
        ...(joinsFirst ? { onDone } : {}),
        states: Object.fromEntries(
          Object.keys(inner).flatMap((id) => {
            const own = steps.get(id);
            return own === undefined ? [] : [[id, stateOf(own, steps)]];
          }),
        ),
      },
    ]),
  );
  return { ...state, type: 'parallel', on, states, ...(joinsFirst ? {} : { onDone }) };
}
