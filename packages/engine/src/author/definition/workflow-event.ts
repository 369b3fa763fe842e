import Type from 'typebox';
import type { JsonObject } from '../../issue/json.ts';
import { DurationShape } from './duration.ts';
import { refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/** A named event this workflow hears beside the built-in families; each says which roles or which listeners may send it. */
export const WorkflowEventShape = strictObject({
  title: TextShape,
  by: Type.Optional(Type.Array(refersTo('role'))),
  from: Type.Optional(Type.Array(refersTo('listener'))),
  atMost: Type.Optional(strictObject({ times: Type.Integer({ minimum: 1 }), per: DurationShape })),
  payload: Type.Optional(
    Type.Unsafe<JsonObject>(Type.Object({}, { description: 'JSON Schema of the payload' })),
  ),
});
export type WorkflowEvent = Shape<typeof WorkflowEventShape>;
