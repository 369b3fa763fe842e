import Type from 'typebox';
import { EffectDefinitionShape } from './effect.ts';
import { mapOf, refersTo, type Shape, strictObject } from './shape.ts';
import { type Step, StepShape } from './step.ts';
import { type Transition, TransitionShape } from './transition.ts';
import { WorkflowEventShape } from './workflow-event.ts';

/** Transitions of `anywhere` belong to every top-level step that does not refuse the event; a step's own goes first. */
export const FlowShape = strictObject({
  start: refersTo('start'),
  events: Type.Optional(mapOf(WorkflowEventShape)),
  anywhere: Type.Optional(mapOf(TransitionShape)),
  effects: Type.Optional(mapOf(EffectDefinitionShape)),
  steps: mapOf(StepShape),
});

export interface Flow extends Omit<Shape<typeof FlowShape>, 'steps' | 'anywhere'> {
  readonly anywhere?: { readonly [id: string]: Transition };
  readonly steps: { readonly [id: string]: Step };
}
