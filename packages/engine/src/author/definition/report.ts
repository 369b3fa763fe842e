import Type from 'typebox';
import { NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';

/** A measure made by schedule and sent to holders of a role; `"of": "row"` sends each row to its own head. */
export const ReportShape = strictObject({
  measure: Type.String({ pattern: NAME_PATTERN }),
  every: Type.Optional(
    strictObject({
      weekday: Type.Enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
      at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    }),
  ),
  windowDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
  to: Type.Optional(strictObject({ role: refersTo('role'), of: Type.Optional(Type.Literal('row')) })),
  by: Type.Optional(Type.Array(refersTo('channel'), { minItems: 1 })),
});
export type Report = Shape<typeof ReportShape>;
