import Type from 'typebox';
import { refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Effects are asked for and the step is left at once. Outcome: sent. */
export const NotifyStepShape = strictObject({
  kind: Type.Literal('notify'),
  ...stepBasics,
  effects: Type.Array(refersTo('effect'), { minItems: 1 }),
});
export type NotifyStep = Shape<typeof NotifyStepShape>;
