import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { TagName } from './policy-requirements.ts';
import { type Shape, strictObject } from './shape.ts';

const Utility = Type.Integer();
const Limits = Type.Array(Type.Tuple([Type.Number(), Utility]), { minItems: 1 });
const Fraction = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })]);

/** From a raw value to 0–10,000 basis points; no curve looks at who else is in the pool. */
export const CurveShape = Type.Union([
  strictObject({
    kind: Type.Literal('steps'),
    below: Type.Optional(Limits),
    above: Type.Optional(Limits),
    otherwise: Type.Optional(Utility),
  }),
  strictObject({ kind: Type.Literal('linear'), points: Limits }),
  strictObject({
    kind: Type.Literal('half-life'),
    fullUntil: Type.Integer({ minimum: 0 }),
    halfEvery: Type.Integer({ minimum: 1 }),
    zeroFrom: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  strictObject({ kind: Type.Literal('load-slots'), slots: Type.Array(Utility, { minItems: 1 }) }),
  strictObject({
    kind: Type.Literal('first-fix-rate'),
    above: Type.Optional(Fraction),
    points: Type.Optional(Limits),
    minimum: Type.Integer({ minimum: 1 }),
    strength: Type.Integer({ minimum: 0 }),
  }),
  strictObject({ kind: Type.Literal('levels'), above: Type.Array(Utility, { minItems: 1 }) }),
  strictObject({ kind: Type.Literal('affinity') }),
  strictObject({ kind: Type.Literal('expression'), utility: ExpressionShape }),
]);
export type Curve = Shape<typeof CurveShape>;

/** `missing` is demanded by `routing/missing-is-stated`, which explains why, and not by the shape. */
export const CriterionShape = strictObject({
  weight: Type.Number(),
  of: TagName,
  curve: CurveShape,
  missing: Type.Optional(Type.Integer()),
  when: Type.Optional(ExpressionShape),
});
export type Criterion = Shape<typeof CriterionShape>;
