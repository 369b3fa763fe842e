import Type from 'typebox';
import { Pointer, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/**
 * What holders of a role may read, write and do. Who holds it is data of the installation.
 * `masks` are readable only in shortened form; `signIn: "link"` are people without an account.
 */
export const RoleShape = strictObject({
  title: TextShape,
  signIn: Type.Optional(Type.Enum(['account', 'link'])),
  reads: Type.Union([Type.Literal('all'), Type.Array(Pointer)]),
  writes: Type.Array(Pointer),
  masks: Type.Optional(Type.Array(Pointer)),
  may: Type.Optional(Type.Array(Type.Enum(['override', 'repair']))),
});
export type Role = Shape<typeof RoleShape>;
