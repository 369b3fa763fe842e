import Type from 'typebox';
import { mapOf, Pointer, refersTo, type Shape, strictObject } from './shape.ts';

const Words = Type.Array(Type.String({ minLength: 1, maxLength: 60 }));

/** Words that deny a term: before it, at most `window` code points ahead, or behind it, within the clause. */
const Negation = strictObject({
  window: Type.Integer({ minimum: 0, maximum: 20 }),
  before: Words,
  after: Words,
  unless: Type.Optional(Words),
  asks: Type.Optional(Words),
});

/** Words of a text field read as tags; `suggests` names a knowledge set, `helped` where 有用 is stored. */
export const RecogniserShape = strictObject({
  reads: Pointer,
  suggests: Type.Optional(refersTo('knowledge')),
  helped: Type.Optional(Pointer),
  terms: mapOf(strictObject({ words: Words })),
  negation: Type.Optional(Negation),
});
export type Recogniser = Shape<typeof RecogniserShape>;
