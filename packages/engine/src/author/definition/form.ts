import Type from 'typebox';
import { CheckShape } from './check.ts';
import { ExpressionShape } from './condition.ts';
import { ChoiceSetShape, type Field, FieldShape } from './field.ts';
import { LookupShape } from './lookup.ts';
import { RecogniserShape } from './recogniser.ts';
import { Id, mapOf, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const FieldId = Type.String({ pattern: NAME_PATTERN });

/** What one stage demands beyond the fields' own `required`, and what it only shows. */
export const StageDemandShape = strictObject({
  required: Type.Array(FieldId),
  readOnly: Type.Optional(Type.Array(FieldId)),
});
export type StageDemand = Shape<typeof StageDemandShape>;

const StageDemandsShape = strictObject({
  trigger: Type.Optional(StageDemandShape),
  identify: Type.Optional(StageDemandShape),
  dispatch: Type.Optional(StageDemandShape),
  execute: Type.Optional(StageDemandShape),
  feedback: Type.Optional(StageDemandShape),
  archive: Type.Optional(StageDemandShape),
});

const Columns = strictObject({
  phone: Type.Integer({ minimum: 1, maximum: 2 }),
  desktop: Type.Integer({ minimum: 1, maximum: 4 }),
});

/** What stands beside a section's fields: the answer of a lookup, or the articles a recogniser suggests. */
const Panel = strictObject({ lookup: Type.Optional(Id), recogniser: Type.Optional(Id) });

/** A group of fields. A popup is a section with `present: "dialog"`. */
export const SectionShape = strictObject({
  title: TextShape,
  text: Type.Optional(TextShape),
  data: Type.Optional(mapOf(ExpressionShape, NAME_PATTERN)),
  present: Type.Optional(Type.Enum(['section', 'dialog', 'banner', 'pinned', 'step'])),
  visible: Type.Optional(ExpressionShape),
  for: Type.Optional(Type.Array(refersTo('role'))),
  columns: Type.Optional(Columns),
  panel: Type.Optional(Panel),
  order: Type.Optional(Type.Array(FieldId)),
});
export type Section = Shape<typeof SectionShape>;

/** A derived tag: filed when its condition holds. */
const DerivedTag = strictObject({ when: ExpressionShape, label: TextShape });

/** One file of `/forms`: what a person, a chat, an alarm or another program fills in at a step. */
export const FormFileShape = strictObject({
  $schema: Type.Optional(Type.String()),
  title: TextShape,
  stages: StageDemandsShape,
  order: Type.Array(Id),
  sections: mapOf(SectionShape),
  fields: mapOf(FieldShape, NAME_PATTERN),
  choiceSets: Type.Optional(mapOf(ChoiceSetShape, NAME_PATTERN)),
  checks: Type.Optional(mapOf(CheckShape)),
  lookups: Type.Optional(mapOf(LookupShape)),
  recognisers: Type.Optional(mapOf(RecogniserShape)),
  tags: Type.Optional(mapOf(DerivedTag, '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9-]*)*$')),
  tagSubjects: Type.Optional(Type.Array(Type.String({ pattern: NAME_PATTERN }))),
});
export interface FormFile extends Omit<Shape<typeof FormFileShape>, 'fields'> {
  readonly fields: { readonly [id: string]: Field };
}
