import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { type Shape, strictObject } from './shape.ts';

/** A tag of one of the four families, or a plain fact of the person such as `assignee.id`. */
export const TagName = Type.String({ pattern: '^(workOrder|assignee|place|history)\\.[a-z][A-Za-z0-9]*$' });

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const Count = Type.Integer({ minimum: 0 });

/** Nested tables from tag values to whole numbers, one depth per key of `by`; `*` stands for every other value. */
export type LevelTable = number | { readonly [value: string]: LevelTable };
const LevelTableShape = Type.Unsafe<LevelTable>(Type.Object({}, { description: 'table of levels' }));

const every = {
  /** Absolute requirements are relaxed by no rung; breaking one by hand takes a second person. */
  absolute: Type.Optional(Type.Boolean()),
  /** Where this is false the requirement passes and says that it does not apply. */
  when: Type.Optional(ExpressionShape),
};

export const RequirementShape = Type.Union([
  strictObject({
    match: Type.Literal('equals'),
    of: TagName,
    needs: Type.Optional(TagName),
    value: Type.Optional(Scalar),
    ...every,
  }),
  strictObject({
    match: Type.Literal('not-in'),
    of: TagName,
    list: Type.String({ pattern: '^record\\.[A-Za-z0-9_.]+$' }),
    ...every,
  }),
  strictObject({ match: Type.Literal('overlaps'), of: TagName, needs: TagName, ...every }),
  strictObject({ match: Type.Literal('contains-all'), of: TagName, needs: TagName, ...every }),
  strictObject({
    match: Type.Literal('level-at-least'),
    of: TagName,
    by: Type.Array(TagName, { minItems: 1 }),
    needs: LevelTableShape,
    ...every,
  }),
  strictObject({
    match: Type.Literal('capacity'),
    of: TagName,
    atMost: Count,
    per: Type.Union([Type.Literal('local-day'), Type.Literal('at-once')]),
    ...every,
  }),
  strictObject({ match: Type.Literal('on-shift'), ...every }),
  strictObject({ match: Type.Literal('within-distance'), of: TagName, atMostMetres: Count, ...every }),
  strictObject({ match: Type.Literal('expression'), holds: ExpressionShape, ...every }),
]);
export type Requirement = Shape<typeof RequirementShape>;
