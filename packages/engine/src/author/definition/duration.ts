import Type from 'typebox';
import { type Shape, strictObject } from './shape.ts';

const Count = Type.Number({ exclusiveMinimum: 0 });

/** Exactly one unit. A business day is a calendar day that is open, never 24 business hours. */
export const DurationShape = Type.Union([
  strictObject({ seconds: Count }),
  strictObject({ minutes: Count }),
  strictObject({ hours: Count }),
  strictObject({ days: Count }),
  strictObject({ businessHours: Count }),
  strictObject({ businessDays: Type.Integer({ minimum: 1 }) }),
]);
export type Duration = Shape<typeof DurationShape>;
