import Type from 'typebox';
import { refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Somebody is found for a role, by a policy's ladder or by a person who picks. Outcomes: accepted, exhausted. */
export const AssignStepShape = strictObject({
  kind: Type.Literal('assign'),
  ...stepBasics,
  role: refersTo('role'),
  policy: Type.Optional(refersTo('policy')),
  chooser: Type.Optional(strictObject({ roles: Type.Array(refersTo('role'), { minItems: 1 }) })),
});
export type AssignStep = Shape<typeof AssignStepShape>;
