import type { Json } from '../../issue/json.ts';
import { builtInEvents, outcomesOf } from '../definition/outcomes.ts';
import { objectAt, stepPointerOf, stepsOf } from './steps-of.ts';

/** Everything the `on` of a transition may name at a place: outcomes, events, timers, rungs of clocks, late answers. */
export function heardAt(document: Json, pointer: string): readonly string[] {
  const stepPointer = stepPointerOf(pointer);
  const step = stepPointer === undefined ? {} : objectAt(document, stepPointer);
  return [
    ...outcomesOf(String(step['kind'])),
    ...proofOutcomes(step),
    ...[...builtInEvents, ...Object.keys(objectAt(document, '/flow/events'))].map((id) => `event.${id}`),
    ...Object.keys(objectAt(step, '/timers')).map((id) => `timer.${id}`),
    ...rungs(document),
    ...lateAnswers(document),
  ];
}

/** What a transition without `on` may be called: an outcome, an event or a timer, read in this order. */
export function heardById(document: Json, stepPointer: string | undefined): readonly string[] {
  const step = stepPointer === undefined ? {} : objectAt(document, stepPointer);
  return [
    ...outcomesOf(String(step['kind'])),
    ...Object.keys(objectAt(document, '/flow/events')),
    ...Object.keys(objectAt(step, '/timers')),
  ];
}

function proofOutcomes(step: Json): readonly string[] {
  return Object.keys(objectAt(step, '/proofs')).flatMap((proof) => [`${proof}.given`, `${proof}.voided`]);
}

function rungs(document: Json): readonly string[] {
  return Object.entries(objectAt(document, '/clocks')).flatMap(([clock, definition]) =>
    Object.keys(objectAt(definition, '/rungs')).map((rung) => `clock.${clock}.${rung}`),
  );
}

function lateAnswers(document: Json): readonly string[] {
  const calls = stepsOf(document).filter(({ step }) => step['kind'] === 'call');
  return calls.map(({ id }) => `late.${id}`);
}
