export { bundleWorkflow, type ReadFile } from './author/bundle-workflow.ts';
export { canonicalForm, hashWorkflow } from './author/canonical-form.ts';
export type { Catalog } from './author/definition/catalog-port.ts';
export type { ImportMap } from './author/definition/import-map.ts';
export type { Workflow } from './author/definition/workflow.ts';
export { generateSchema } from './author/generate-schema.ts';
export { lintWorkflow } from './author/lint/lint-workflow.ts';
export type { LintPorts, LintRule } from './author/lint/rule.ts';
export { checkImportMap, parseImportMap } from './author/parse-import-map.ts';
export { parseWorkflow } from './author/parse-workflow.ts';
export { printJson, printWorkflow } from './author/print-workflow.ts';
export { compileWorkflow } from './compile/compile-workflow.ts';
export type { CompiledWorkflow } from './compile/compiled-workflow.ts';
export type { FormInput, FormOutcome, FormPort, FormsKernel, LookupAnswer } from './compile/forms-port.ts';
export type { Actor, Assigned } from './decide/actor.ts';
export { systemActor } from './decide/actor.ts';
export { availableEvents } from './decide/available-events.ts';
export type { Configuration } from './decide/configuration.ts';
export { activeSteps } from './decide/configuration.ts';
export { decide } from './decide/decide.ts';
export type { Decision, MovedDecision, RefusedDecision } from './decide/decision.ts';
export type { Entry } from './decide/entry.ts';
export type {
  AdminEvent,
  EffectOutcome,
  OutsideEvent,
  PersonEvent,
  RouteEvent,
  Submission,
  TimeEvent,
  WorkOrderEvent,
} from './decide/event.ts';
export type { EventExplanation } from './decide/explain-event.ts';
export { explainEvent } from './decide/explain-event.ts';
export { dueEvents, nextDueAt } from './decide/next-due.ts';
export type { Offered, OfferedEvent } from './decide/offered.ts';
export type { Because } from './decide/permission.ts';
export type { Replayed } from './decide/replay.ts';
export { replay } from './decide/replay.ts';
export type {
  ArmedTimer,
  ClockState,
  EffectState,
  Origin,
  Pause,
  PendingEffect,
  Snapshot,
} from './decide/snapshot.ts';
export type { StartInput } from './decide/start-work-order.ts';
export { startWorkOrder } from './decide/start-work-order.ts';
export type { GivenProof, OfferWork, RouteWork, StepWork, Vote } from './decide/step-work.ts';
export type { Task } from './decide/task.ts';
export type {
  CallEffect,
  CancelChildEffect,
  CloseTaskEffect,
  Effect,
  NotifyEffect,
  OpenTaskEffect,
  RequestPlanEffect,
  StartChildEffect,
  StartLinkedEffect,
} from './effects/effect.ts';
