import Type from 'typebox';
import { mapOf, refersTo } from '../shape.ts';
import { StageShape } from '../stage.ts';
import { TextShape } from '../text.ts';
import { TimerShape } from '../timer.ts';
import { TransitionShape } from '../transition.ts';

/** The keys every kind of step has. */
export const stepBasics = {
  stage: StageShape,
  title: Type.Optional(TextShape),
  onEnter: Type.Optional(Type.Array(refersTo('effect'))),
  onLeave: Type.Optional(Type.Array(refersTo('effect'))),
  refuses: Type.Optional(Type.Array(refersTo('accepted-event'))),
  timers: Type.Optional(mapOf(TimerShape)),
  transitions: Type.Optional(mapOf(TransitionShape)),
  order: Type.Optional(Type.Array(refersTo('transition'))),
};
