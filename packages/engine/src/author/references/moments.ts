import type { Json } from '../../issue/json.ts';
import { builtInEvents } from '../definition/outcomes.ts';
import { stages } from '../definition/stage.ts';
import { objectAt, stepsOf } from './steps-of.ts';

/** Every moment a clock, an effect or a gate may wait for in this document. */
export function moments(document: Json): readonly string[] {
  const steps = stepsOf(document);
  const anywhere = Object.keys(objectAt(document, '/flow/anywhere'));
  return [
    'start',
    'end',
    ...steps.flatMap(({ id }) => [`enter.${id}`, `leave.${id}`]),
    ...steps.flatMap(({ id, step }) =>
      [...Object.keys(objectAt(step, '/transitions')), ...anywhere].map((taken) => `take.${id}.${taken}`),
    ),
    ...stages.flatMap((stage) => [`enterStage.${stage}`, `leaveStage.${stage}`]),
    ...Object.keys(objectAt(document, '/roles')).map((role) => `message.${role}`),
    ...Object.keys(objectAt(document, '/flow/events')).map((event) => `event.${event}`),
    ...builtInEvents,
  ];
}
