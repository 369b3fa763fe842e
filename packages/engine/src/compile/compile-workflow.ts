import { hashWorkflow } from '../author/canonical-form.ts';
import type { Workflow } from '../author/definition/workflow.ts';
import { parseWorkflow } from '../author/parse-workflow.ts';
import { compileExpression } from '../expression/compile-expression.ts';
import { type Checked, checked, type Issue } from '../issue/issue.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { compileCalendar, type WorkingCalendar } from '../time/working-calendar.ts';
import { compileClock } from './compile-clock.ts';
import { type Condition, compileCondition } from './compile-condition.ts';
import { compileEffect } from './compile-effect.ts';
import { compileMoments } from './compile-moments.ts';
import { compileSteps } from './compile-step.ts';
import { type CompiledForm, type CompiledWorkflow, seal, type Workings } from './compiled-workflow.ts';
import type { FormsKernel } from './forms-port.ts';
import { adaptMachine, buildMachine } from './machine-adapter.ts';

/**
 * One workflow, ready to decide, or the issues that stand in the way; nobody throws for a bad document. Takes what
 * `parseWorkflow` returned, every reference inlined. `forms` is the kernel of `@paidan/forms`.
 *
 * Compiles once what every decision reads: conditions as closures, the flow as one state machine, forms, clocks and
 * calendars. The cost is that of the document; a version is compiled once and kept.
 */
export function compileWorkflow(
  workflow: Workflow,
  ports: { readonly forms: FormsKernel },
): Checked<CompiledWorkflow> {
  const read = parseWorkflow(workflow);
  if (read.value === undefined) return { issues: read.issues };
  const document = asJsonObject(workflow);
  const forms = compileForms(workflow, ports.forms, document);
  if (forms.value === undefined) return { issues: forms.issues };
  return checked(seal(buildWorkings(workflow, forms.value)), [...read.issues, ...forms.issues]);
}

function buildWorkings(workflow: Workflow, forms: ReadonlyMap<string, CompiledForm>): Workings {
  const steps = compileSteps(workflow.flow);
  const reference = buildMachine(workflow.flow.start, steps, workflow.record);
  const calendar = calendarsOf(workflow);
  return {
    handle: Object.freeze({ id: workflow.id, hash: hashWorkflow(workflow), workflow }),
    machine: adaptMachine(reference, steps),
    reference,
    steps,
    gates: [...steps.values()].filter(({ gate }) => gate !== undefined),
    effects: new Map(
      Object.entries(workflow.flow.effects ?? {}).map(([name, effect]) => [
        name,
        compileEffect(name, effect),
      ]),
    ),
    clocks: Object.entries(workflow.clocks ?? {}).map(([id, clock]) => compileClock(id, clock, calendar)),
    urgency: urgencyOf(workflow),
    moments: compileMoments(workflow),
    forms,
    assignedRoles: [...steps.values()].flatMap(({ definition }) =>
      definition.kind === 'assign' ? [definition.role] : [],
    ),
    roles: workflow.roles,
    recordSchema: workflow.record,
    ...(workflow.appointment === undefined
      ? {}
      : {
          appointment: {
            visitMs: compileExpression(workflow.appointment.visitMs),
            expectedAt: compileExpression(workflow.appointment.expectedAt),
          },
        }),
    calendar,
  };
}

function urgencyOf(workflow: Workflow): ReadonlyMap<string, Condition> {
  const conditions = new Map<string, Condition>();
  for (const [policy, { tiers }] of Object.entries(workflow.routing ?? {})) {
    const strictest = tiers?.order[0];
    const tier = strictest === undefined ? undefined : tiers?.[strictest];
    if (strictest === undefined || tier === undefined || !('when' in tier) || tier.when === undefined)
      continue;
    const pointer = pointerOf('routing', policy, 'tiers', strictest, 'when');
    conditions.set(policy, compileCondition(tier.when, pointer));
  }
  return conditions;
}

function compileForms(
  workflow: Workflow,
  kernel: FormsKernel,
  document: JsonObject,
): Checked<ReadonlyMap<string, CompiledForm>> {
  const issues: Issue[] = [];
  const compiled = new Map<string, CompiledForm>();
  for (const [id, { writes }] of Object.entries(workflow.forms ?? {})) {
    const form = kernel.compile(document, id);
    issues.push(...form.issues);
    if (form.value !== undefined) compiled.set(id, { id, writes, port: form.value });
  }
  return checked(compiled, issues);
}

function calendarsOf(workflow: Workflow): Workings['calendar'] {
  const alwaysOpen = compileCalendar({ timeZone: workflow.timeZone, always: true });
  const { calendars = {} } = workflow;
  const compiled = new Map<string, WorkingCalendar>();
  return (name) => {
    const definition = name === undefined ? undefined : calendars[name];
    if (name === undefined || definition === undefined) return alwaysOpen;
    const calendar = compiled.get(name) ?? compileCalendar(definition);
    compiled.set(name, calendar);
    return calendar;
  };
}

/** A workflow is plain JSON; its type only says more than `JsonObject` does. */
function asJsonObject(workflow: Workflow): JsonObject {
  const document: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(workflow)) document[key] = value;
  return document;
}
