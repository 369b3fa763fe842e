import Type from 'typebox';
import { ExpressionShape } from '../condition.ts';
import { type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Waits for an event, a timer, or `until` to hold (outcome: condition; asked after each change of the record). */
export const WaitStepShape = strictObject({
  kind: Type.Literal('wait'),
  ...stepBasics,
  until: Type.Optional(ExpressionShape),
});
export type WaitStep = Shape<typeof WaitStepShape>;
