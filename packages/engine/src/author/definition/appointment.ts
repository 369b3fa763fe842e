import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { refersTo, type Shape, strictObject } from './shape.ts';

/** The planned visit: who may plan it, how long it takes (ms), and the derived instant the customer reads. */
export const AppointmentShape = strictObject({
  step: refersTo('step'),
  by: Type.Array(refersTo('role'), { minItems: 1 }),
  visitMs: ExpressionShape,
  expectedAt: ExpressionShape,
});
export type Appointment = Shape<typeof AppointmentShape>;
