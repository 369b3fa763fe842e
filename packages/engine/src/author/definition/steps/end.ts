import Type from 'typebox';
import { refersTo, type Shape, strictObject } from '../shape.ts';
import { StageShape } from '../stage.ts';
import { TextShape } from '../text.ts';

/** Closes tasks, timers and clocks in the same decision. */
export const EndStepShape = strictObject({
  kind: Type.Literal('end'),
  stage: StageShape,
  title: Type.Optional(TextShape),
  outcome: Type.Enum(['done', 'failed', 'cancelled']),
  onEnter: Type.Optional(Type.Array(refersTo('effect'))),
});
export type EndStep = Shape<typeof EndStepShape>;
