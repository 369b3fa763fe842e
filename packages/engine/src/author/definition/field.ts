import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { type FieldKind, type FieldOptions, fieldOptions } from './field-options.ts';
import { Id, mapOf, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const CHOICE_PATTERN = '^[A-Za-z][A-Za-z0-9-]*$';
const ChoiceOrder = Type.Array(Type.String({ pattern: CHOICE_PATTERN }));

/** One offered choice; it may come and go, and a chosen one that goes counts as absent. */
const ChoiceShape = strictObject({ label: TextShape, visible: Type.Optional(ExpressionShape) });
const Choices = mapOf(ChoiceShape, CHOICE_PATTERN);

/** Choices several fields share. */
export const ChoiceSetShape = strictObject({ choices: Choices, choiceOrder: Type.Optional(ChoiceOrder) });
export type ChoiceSet = Shape<typeof ChoiceSetShape>;

/** A condition that is either always true or asked. */
const Demand = Type.Union([Type.Boolean(), ExpressionShape]);

/** Words in place of the catalogued ones, by the schema keyword or code that is broken. */
const Messages = mapOf(TextShape, '^[a-z][A-Za-z-]*$');

const basics = {
  at: Type.Optional(
    Type.String({ pattern: '^(/[^/]+)+$', description: 'Pointer below the form’s `writes`; `*` for rows' }),
  ),
  label: TextShape,
  help: Type.Optional(TextShape),
  visible: Type.Optional(Demand),
  required: Type.Optional(Demand),
  readOnly: Type.Optional(Demand),
  value: Type.Optional(ExpressionShape),
  editable: Type.Optional(Type.Boolean()),
  whenHidden: Type.Optional(Type.Enum(['omit', 'keep'])),
  choices: Type.Optional(Type.Union([Choices, Type.String({ pattern: NAME_PATTERN })])),
  choiceOrder: Type.Optional(ChoiceOrder),
  choicesFrom: Type.Optional(strictObject({ lookup: Id, list: Type.String({ pattern: NAME_PATTERN }) })),
  shuffle: Type.Optional(Type.Boolean()),
  for: Type.Optional(Type.Array(refersTo('role'))),
  messages: Type.Optional(Messages),
  tag: Type.Optional(Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9-]*)*$' })),
};
const Basics = strictObject(basics);

/** One question of a form: a kind, a place in the record, and one expression per property, so that two never disagree. */
export const FieldShape = Type.Union(
  Object.entries(fieldOptions).map(([kind, options]) =>
    strictObject({ kind: Type.Literal(kind), ...basics, options: Type.Optional(options) }),
  ),
);

export interface Field extends Shape<typeof Basics> {
  readonly kind: FieldKind;
  readonly options?: FieldOptions;
}
