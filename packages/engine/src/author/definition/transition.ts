import Type from 'typebox';
import { ExpressionShape, SetShape } from './condition.ts';
import { MOMENT_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';

/**
 * What a transition hears: an outcome of its step's kind, `event.<id>`, `timer.<id>`, `clock.<id>.<rung>`, `late.<step>`,
 * or a list of these. Absent, it is the transition's own id read as outcome, else event, else timer.
 */
const Heard = refersTo('heard', MOMENT_PATTERN);

/** No `to`: the step is not left. `to` itself: left and entered again. */
export const TransitionShape = strictObject({
  on: Type.Optional(Type.Union([Heard, Type.Array(Heard, { minItems: 1 })])),
  when: Type.Optional(ExpressionShape),
  set: Type.Optional(SetShape),
  effects: Type.Optional(Type.Array(refersTo('effect'))),
  to: Type.Optional(refersTo('target')),
  alsoAfterEnd: Type.Optional(Type.Boolean()),
});
export type Transition = Shape<typeof TransitionShape>;
