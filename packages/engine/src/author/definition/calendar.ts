import Type from 'typebox';
import { type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const DATE_PATTERN = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const HOURS_PATTERN = '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$';

const Hours = Type.Array(Type.String({ pattern: HOURS_PATTERN }), { minItems: 1, maxItems: 12 });
const strict = { additionalProperties: false };

/** Open hours of the seven weekdays; a day that is left out is closed. */
export const WorkingWeekShape = Type.Object(
  {
    mon: Type.Optional(Hours),
    tue: Type.Optional(Hours),
    wed: Type.Optional(Hours),
    thu: Type.Optional(Hours),
    fri: Type.Optional(Hours),
    sat: Type.Optional(Hours),
    sun: Type.Optional(Hours),
  },
  { ...strict, minProperties: 1 },
);
export type WorkingWeek = Shape<typeof WorkingWeekShape>;

/**
 * When people work. `holidays` closes dates; `workingWeekends` gives dates their own hours and wins over both week
 * and holidays (调休).
 */
export const CalendarShape = Type.Union([
  strictObject({ timeZone: Type.String(), always: Type.Literal(true) }),
  strictObject({
    timeZone: Type.String(),
    week: WorkingWeekShape,
    holidays: Type.Optional(Type.Record(Type.String({ pattern: DATE_PATTERN }), TextShape, strict)),
    workingWeekends: Type.Optional(Type.Record(Type.String({ pattern: DATE_PATTERN }), Hours, strict)),
  }),
]);
export type Calendar = Shape<typeof CalendarShape>;
