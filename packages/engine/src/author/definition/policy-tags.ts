import Type from 'typebox';
import { mapOf, NAME_PATTERN, type Shape, strictObject } from './shape.ts';

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** Something the work order says: a dotted read, the values allowed, and a table from value to what is meant. */
export const WorkOrderTagShape = strictObject({
  from: Type.String({ pattern: '^(record|workOrder)\\.[A-Za-z0-9_.]+$' }),
  oneOf: Type.Optional(Type.Array(Scalar, { minItems: 1 })),
  to: Type.Optional(Type.Record(Type.String(), Type.Union([Scalar, Type.Array(Type.String())]))),
});
export type WorkOrderTag = Shape<typeof WorkOrderTagShape>;

const Names = Type.Array(Type.String({ pattern: NAME_PATTERN }), { minItems: 1 });
const Days = Type.Integer({ minimum: 1 });

/** Something measured about a person, or about a person and a work order; what each means is routing.md section 2. */
export const MeasureShape = Type.Union([
  strictObject({ measure: Type.Literal('certificates') }),
  strictObject({ measure: Type.Literal('levels'), by: Names }),
  strictObject({ measure: Type.Literal('work-orders-of-day') }),
  strictObject({ measure: Type.Literal('since-resolved'), same: Names }),
  strictObject({
    measure: Type.Literal('great-circle'),
    to: Type.String({ pattern: '^record\\.[A-Za-z0-9_.]+$' }),
    freshForMs: Type.Integer({ minimum: 0 }),
    otherwise: Type.Array(
      Type.Union([Type.Literal('currentJob'), Type.Literal('nextJob'), Type.Literal('home')]),
    ),
  }),
  strictObject({
    measure: Type.Literal('first-fix'),
    by: Type.String({ pattern: NAME_PATTERN }),
    overDays: Days,
    repeatWithinDays: Days,
  }),
  strictObject({ measure: Type.Literal('minutes-of-7-days') }),
  strictObject({ measure: Type.Literal('hard-work-of-7-days') }),
]);
export type Measure = Shape<typeof MeasureShape>;

/** Exactly four families: 工单属性, 工程师能力, 地理, 历史. */
export const PolicyTagsShape = strictObject({
  workOrder: mapOf(WorkOrderTagShape, NAME_PATTERN),
  assignee: mapOf(MeasureShape, NAME_PATTERN),
  place: Type.Optional(mapOf(MeasureShape, NAME_PATTERN)),
  history: Type.Optional(mapOf(MeasureShape, NAME_PATTERN)),
});
export type PolicyTags = Shape<typeof PolicyTagsShape>;
