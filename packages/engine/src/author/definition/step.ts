import Type from 'typebox';
import { type ParallelStep, ParallelStepShape, type PlainStep, PlainStepShape } from './steps/parallel.ts';

/** The closed union of step kinds, discriminated on `kind`. */
export const StepShape = Type.Union([PlainStepShape, ParallelStepShape]);
export type Step = PlainStep | ParallelStep;
export type StepKind = Step['kind'];
