import Type from 'typebox';
import { mapOf, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/** A known remedy. `tags` are the terms of a recogniser, `models` the device models it is about (none: all). */
export const ArticleShape = strictObject({
  title: TextShape,
  tags: Type.Array(Type.String({ minLength: 1 })),
  body: TextShape,
  models: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
});
export type Article = Shape<typeof ArticleShape>;

const Weight = Type.Number({ minimum: 0, maximum: 100 });

/**
 * A knowledge set as it stands in a bundled document: `{ ref, top, … }` with the file's articles in place of `ref`.
 * At most `top` articles are shown, none below `minScore`; `weights` say what a word counts where it is found.
 */
export const KnowledgeShape = strictObject({
  articles: mapOf(ArticleShape),
  top: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  pin: Type.Optional(Type.Boolean()),
  minScore: Type.Optional(Type.Number({ minimum: 0 })),
  weights: Type.Optional(strictObject({ title: Weight, tags: Weight, body: Weight })),
  tagBoost: Type.Optional(Weight),
});
export type Knowledge = Shape<typeof KnowledgeShape>;
