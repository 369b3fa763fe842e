import Type from 'typebox';
import { ExpressionShape } from '../condition.ts';
import { SenderShape } from '../sender.ts';
import { refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Somebody fills in a form. Outcomes: submitted, saved, skipped. Holds one task and draft answers. */
export const FormStepShape = strictObject({
  kind: Type.Literal('form'),
  ...stepBasics,
  by: SenderShape,
  form: refersTo('form'),
  skip: Type.Optional(ExpressionShape),
});
export type FormStep = Shape<typeof FormStepShape>;
