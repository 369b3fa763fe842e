import { transition } from 'xstate';
import type { JsonObject } from '../issue/json.ts';
import { type CompiledWorkflow, workingsOf } from './compiled-workflow.ts';
import type { Frame, Mark } from './frame.ts';
import type { Position } from './legal-position.ts';
import { markOf, positionOf } from './machine-adapter.ts';
import type { Signal } from './signal.ts';

/** One step of a machine: where it stands afterwards, the record, and the marks of what it did and asked. */
export interface MachineStep {
  readonly position: Position;
  readonly record: JsonObject;
  readonly marks: readonly Mark[];
}

export type StepMachine = (from: Position, record: JsonObject, signal: Signal) => MachineStep;

/**
 * The machine of a workflow, stepped by our adapter and by XState's public `transition()`, for the test that holds them
 * equal and the bench that compares them. `theirs` lists what was asked before what was done, ours in order.
 */
export function bothMachines(compiled: CompiledWorkflow): {
  readonly ours: StepMachine;
  readonly theirs: StepMachine;
} {
  const { machine, reference } = workingsOf(compiled);
  return {
    ours(from, record, signal) {
      const frame = bareFrame(record);
      const move = machine.move(from, record, signal, frame);
      return { position: move?.position ?? from, record: move?.record ?? record, marks: frame.marks };
    },
    theirs(from, record, signal) {
      const frame = bareFrame(record);
      const before = reference.resolveState({ value: from, context: { record, frame } });
      const [after, actions] = transition(reference, before, { type: signal });
      const done = actions.flatMap((action) => markOf(action) ?? []);
      return {
        position: positionOf(after.value),
        record: after.context.record,
        marks: [...frame.marks, ...done],
      };
    },
  };
}

/** A frame without people, clocks or events, for machines stepped by themselves. */
export function bareFrame(record: JsonObject): Frame {
  const at = '2026-01-09T02:00:00.000Z';
  const workOrder = { id: 'w', number: 'W', stage: '', status: 'open', createdAt: at };
  const steps = {
    step: undefined,
    effect: undefined,
    clock: undefined,
    appointment: undefined,
    child: undefined,
  };
  const people = { assignee: undefined, actor: undefined };
  const texts = {
    outcome: undefined,
    cause: undefined,
    stage: undefined,
    output: undefined,
    event: undefined,
  };
  return {
    facts: { record, workOrder, ...steps, ...people, ...texts, at, timeZone: 'Asia/Shanghai' },
    marks: [],
  };
}
