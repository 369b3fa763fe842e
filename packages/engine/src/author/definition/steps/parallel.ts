import Type from 'typebox';
import { mapOf, refersTo, type Shape, strictObject } from '../shape.ts';
import { ApproveStepShape } from './approve.ts';
import { AssignStepShape } from './assign.ts';
import { CallStepShape } from './call.ts';
import { ChildStepShape } from './child.ts';
import { DecideStepShape } from './decide.ts';
import { EndStepShape } from './end.ts';
import { FormStepShape } from './form.ts';
import { GateStepShape } from './gate.ts';
import { NotifyStepShape } from './notify.ts';
import { stepBasics } from './step-basics.ts';
import { WaitStepShape } from './wait.ts';

/** Every kind but `parallel`: branches do not nest. */
export const PlainStepShape = Type.Union([
  FormStepShape,
  AssignStepShape,
  CallStepShape,
  DecideStepShape,
  WaitStepShape,
  ApproveStepShape,
  GateStepShape,
  NotifyStepShape,
  ChildStepShape,
  EndStepShape,
]);
export type PlainStep = Shape<typeof PlainStepShape>;

export const BranchShape = strictObject({ start: refersTo('start'), steps: mapOf(PlainStepShape) });
export type Branch = Shape<typeof BranchShape>;

/** Branches run side by side. Outcome: joined, when every branch ended, or with `"joins": "first"` when one did. */
export const ParallelStepShape = strictObject({
  kind: Type.Literal('parallel'),
  ...stepBasics,
  joins: Type.Optional(Type.Enum(['all', 'first'])),
  branches: mapOf(BranchShape),
});
export type ParallelStep = Shape<typeof ParallelStepShape>;
