import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { DurationShape } from './duration.ts';
import { MOMENT_PATTERN, mapOf, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const Moments = Type.Array(refersTo('moment', MOMENT_PATTERN), { minItems: 1 });

/** An instant in the record: a promise made to the customer. */
const Until = strictObject({ until: ExpressionShape });

/** The first budget whose `when` holds counts; `"from": "itsWhen"` counts from the instant it became true. */
export const BudgetShape = strictObject({
  when: Type.Optional(ExpressionShape),
  from: Type.Optional(Type.Literal('itsWhen')),
  budget: Type.Union([DurationShape, Until, Type.Literal('none')]),
  calendar: Type.Optional(refersTo('calendar')),
});
export type BudgetDefinition = Shape<typeof BudgetShape>;

/** At a share of the budget, or a time past it; fires once per run, only while the clock runs. */
export const RungShape = strictObject({
  atPercent: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
  past: Type.Optional(DurationShape),
  effects: Type.Array(refersTo('effect')),
});
export type RungDefinition = Shape<typeof RungShape>;

/** Budget + start + pause ledger; due instants are derived, counters never stored. */
export const ClockShape = strictObject({
  title: TextShape,
  starts: Moments,
  stops: Moments,
  restarts: Type.Optional(Type.Enum(['never', 'eachStart'])),
  pauses: Type.Optional(mapOf(strictObject({ while: Type.Array(refersTo('step'), { minItems: 1 }) }))),
  budgets: mapOf(BudgetShape),
  rungs: Type.Optional(mapOf(RungShape)),
});
export type ClockDefinition = Shape<typeof ClockShape>;
