import { type AnyEventObject, assign, createActor, createMachine, type MachineContext } from 'xstate';
import { isJsonObject, type JsonObject } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { writeValues } from './compile-set.ts';
import type { CompiledStep } from './compile-step.ts';
import type { Frame, Mark } from './frame.ts';
import { isLegalPosition, type Position } from './legal-position.ts';
import { idleState, machineConfig } from './machine-config.ts';
import { type Signal, startSignal } from './signal.ts';

export interface MachineMove {
  readonly position: Position;
  readonly record: JsonObject;
}

/** The machine of one workflow. What it did stands in the frame's marks, in the order it happened. */
export interface MachineAdapter {
  begin(record: JsonObject, frame: Frame): MachineMove | undefined;
  /** `undefined` when a circle of automatic steps never comes to rest. */
  move(from: Position, record: JsonObject, signal: Signal, frame: Frame): MachineMove | undefined;
}

/** All the machine remembers while it moves: the record, and the frame of this one step. */
interface MachineMemory {
  readonly record: JsonObject;
  readonly frame?: Frame;
}

/** Automatic steps in a row before a decision is given up. Lint refuses such circles before. */
const mostMicrosteps = 1000;

/** XState's machine for these steps. Only this folder, its tests and benches see it. */
export function buildMachine(
  start: string,
  steps: ReadonlyMap<string, CompiledStep>,
  recordSchema: JsonObject,
) {
  const transitions = transitionsByPointer(steps);
  const context: MachineMemory = { record: {} };
  return createMachine(
    {
      ...machineConfig(start, steps),
      context,
      options: { maxIterations: mostMicrosteps },
    },
    {
      guards: {
        holds: ({ context }, params) => {
          const { pointer, step } = namesOf(params);
          const when = transitions.get(pointer)?.when;
          const { record, frame } = context;
          if (when === undefined || frame === undefined) return false;
          frame.facts.record = record;
          frame.facts.workOrder.stage = steps.get(step)?.stage ?? '';
          const result = when.holds(frame.facts);
          frame.marks.push({
            kind: 'asked',
            pointer: when.pointer,
            result,
            reads: when.valuesRead(frame.facts),
          });
          return result;
        },
      },
      actions: {
        set: assign(({ context }, params) => {
          const { record, frame } = context;
          const set = transitions.get(namesOf(params).pointer)?.set;
          if (frame === undefined || set === undefined) return {};
          frame.facts.record = record;
          const values = set.values(frame.facts);
          return {
            record: writeValues(record, values, recordSchema, (written) => frame.marks.push(written)),
          };
        }),
      },
    },
  );
}

export type WorkflowMachine = ReturnType<typeof buildMachine>;

/**
 * XState's reused scope: one actor that is never started, so that a step builds none. A configuration is resolved once
 * and kept; a step costs only what it changes. A differential test holds it equal to the public `transition()`.
 */
export function adaptMachine(
  machine: WorkflowMachine,
  steps: ReadonlyMap<string, CompiledStep>,
): MachineAdapter {
  const { system } = createActor(machine);
  const self = createActor(machine);
  const scope = {
    self,
    system,
    id: '',
    sessionId: '',
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: (action: ExecutedAction) => {
      const mark = markOf(action);
      if (mark !== undefined) frameOf(action.info.context)?.marks.push(mark);
    },
  };
  const resolved = new Map<string, ReturnType<WorkflowMachine['resolveState']>>();
  const standingAt = (position: Position) => {
    const key = typeof position === 'string' ? position : JSON.stringify(position);
    const known = resolved.get(key);
    if (known !== undefined) return known;
    if (position !== idleState && !isLegalPosition(position, steps)) throw illegal(key);
    const fresh = machine.resolveState({ value: position, context: { record: {} } });
    resolved.set(key, fresh);
    return fresh;
  };
  const move: MachineAdapter['move'] = (from, record, signal, frame) => {
    const before = { ...standingAt(from), context: { record, frame } };
    const after = settled(() => machine.transition(before, { type: signal }, scope));
    if (after === undefined) return undefined;
    const moved = after.value === before.value ? from : positionOf(after.value);
    return { position: moved, record: after.context.record };
  };
  return { begin: (record, frame) => move(idleState, record, startSignal, frame), move };
}

interface ExecutedAction {
  readonly type: string;
  readonly info: { readonly context: MachineContext; readonly event: AnyEventObject };
  readonly params?: unknown;
}

function settled<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch {
    // Guards and `set` never throw; what remains is XState's own limit on steps in a row, which is our caller's issue.
    return undefined;
  }
}

/** The mark an action of the machine leaves; the differential test reads public `transition()` through it too. */
export function markOf({
  type,
  params,
}: {
  readonly type: string;
  readonly params?: unknown;
}): Mark | undefined {
  const { step, transition, pointer } = namesOf(params);
  if (type === 'entered' || type === 'left') return { kind: type, step };
  return type === 'took' ? { kind: 'took', step, transition, pointer } : undefined;
}

interface Names {
  readonly step: string;
  readonly transition: string;
  readonly pointer: string;
}

const unnamed: Names = { step: '', transition: '', pointer: '' };

/** The params our own configuration gave to a guard or an action. */
function namesOf(params: unknown): Names {
  return isNames(params) ? params : unnamed;
}

function isNames(params: unknown): params is Names {
  return typeof params === 'object' && params !== null && 'step' in params && 'pointer' in params;
}

function frameOf(context: MachineContext): Frame | undefined {
  const frame: Frame | undefined = context['frame'];
  return frame;
}

export function positionOf(value: unknown): Position {
  if (typeof value === 'string') return value;
  const position: { [step: string]: { [branch: string]: string } } = {};
  for (const [step, branches] of Object.entries(isJsonObject(value) ? value : {})) {
    position[step] = Object.fromEntries(
      Object.entries(isJsonObject(branches) ? branches : {}).map(([branch, inner]) => [
        branch,
        String(inner),
      ]),
    );
  }
  return position;
}

function transitionsByPointer(steps: ReadonlyMap<string, CompiledStep>) {
  const all = [...steps.values()].flatMap(({ transitions }) => transitions);
  // A guard names its condition, an action its transition: both lead to the same compiled transition.
  return new Map(
    all.flatMap((one) => [
      [one.pointer, one] as const,
      ...(one.when === undefined ? [] : [[one.when.pointer, one] as const]),
    ]),
  );
}

function illegal(key: string): WorkflowFault {
  return new WorkflowFault(
    'snapshot/illegal-configuration',
    `This workflow has no configuration ${key}; read the snapshot again or repair the work order`,
    'wait-for-person',
  );
}
