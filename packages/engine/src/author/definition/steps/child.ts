import Type from 'typebox';
import { SetShape } from '../condition.ts';
import { Id, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Another workflow is run and waited for. Outcomes: done, failed, cancelled. `output` writes the child's record back. */
export const ChildStepShape = strictObject({
  kind: Type.Literal('child'),
  ...stepBasics,
  workflow: Id,
  input: SetShape,
  output: Type.Optional(SetShape),
  onCancel: Type.Optional(Type.Enum(['cancel', 'leave'])),
});
export type ChildStep = Shape<typeof ChildStepShape>;
