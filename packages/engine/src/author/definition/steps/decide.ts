import Type from 'typebox';
import { type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** The first transition whose `when` holds is taken at once. */
export const DecideStepShape = strictObject({ kind: Type.Literal('decide'), ...stepBasics });
export type DecideStep = Shape<typeof DecideStepShape>;
