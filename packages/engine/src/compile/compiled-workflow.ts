import type { Role } from '../author/definition/role.ts';
import type { Workflow } from '../author/definition/workflow.ts';
import type { CompiledExpression } from '../expression/compile-expression.ts';
import type { JsonObject } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { CompiledClock } from './compile-clock.ts';
import type { Condition } from './compile-condition.ts';
import type { CompiledEffect } from './compile-effect.ts';
import type { MomentUse } from './compile-moments.ts';
import type { CompiledStep } from './compile-step.ts';
import type { FormPort } from './forms-port.ts';
import type { MachineAdapter, WorkflowMachine } from './machine-adapter.ts';

/**
 * One version of a workflow, ready to decide. Opaque: made by `compileWorkflow`, handed to `decide`. `hash` is the
 * version's identity, `sha256-` and the digest of the document's canonical JSON.
 */
export interface CompiledWorkflow {
  readonly id: string;
  readonly hash: string;
  readonly workflow: Workflow;
}

/** A form with where its answers land and who judges them. */
export interface CompiledForm {
  readonly id: string;
  readonly writes: string;
  readonly port: FormPort;
}

/** What stands behind the handle. */
export interface Workings {
  readonly handle: CompiledWorkflow;
  readonly machine: MachineAdapter;
  /** XState's own machine, for the differential test and the bench alone. */
  readonly reference: WorkflowMachine;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  readonly gates: readonly CompiledStep[];
  readonly effects: ReadonlyMap<string, CompiledEffect>;
  readonly clocks: readonly CompiledClock[];
  /** By policy, whether a work order stands in its strictest tier and is planned at once. */
  readonly urgency: ReadonlyMap<string, Condition>;
  readonly moments: ReadonlyMap<string, MomentUse>;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** Roles that assign steps fill, in flow order. */
  readonly assignedRoles: readonly string[];
  readonly roles: { readonly [id: string]: Role };
  readonly recordSchema: JsonObject;
  readonly appointment?: { readonly visitMs: CompiledExpression; readonly expectedAt: CompiledExpression };
  calendar(name: string | undefined): WorkingCalendar;
}

const workings = new WeakMap<CompiledWorkflow, Workings>();

export function seal(inside: Workings): CompiledWorkflow {
  workings.set(inside.handle, inside);
  return inside.handle;
}

/** What stands behind a handle. One that `compileWorkflow` did not make is misuse. */
export function workingsOf(handle: CompiledWorkflow): Workings {
  const inside = workings.get(handle);
  if (inside === undefined) {
    throw new WorkflowFault(
      'compile/foreign-handle',
      'This is no compiled workflow; pass the value that compileWorkflow returned',
      'give-up',
    );
  }
  return inside;
}
