import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { Id, type Shape, strictObject } from './shape.ts';

/** The planned visit: who may plan it, how long it takes (ms), and the derived instant the customer reads. */
export const AppointmentShape = strictObject({
  step: Id,
  by: Type.Array(Id, { minItems: 1 }),
  visitMs: ExpressionShape,
  expectedAt: ExpressionShape,
});
export type Appointment = Shape<typeof AppointmentShape>;
