import Type from 'typebox';
import { DurationShape } from './duration.ts';
import { refersTo, type Shape, strictObject } from './shape.ts';

/** Armed on entry, dropped on exit. What happens on resume: keep the instant, keep what is left, or begin again. */
export const TimerShape = strictObject({
  after: DurationShape,
  calendar: Type.Optional(refersTo('calendar')),
  onResume: Type.Optional(Type.Enum(['absolute', 'remaining', 'restart'])),
});
export type TimerDefinition = Shape<typeof TimerShape>;
