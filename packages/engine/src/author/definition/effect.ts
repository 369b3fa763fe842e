import Type from 'typebox';
import { ExpressionShape, SetShape } from './condition.ts';
import { MappingShape } from './mapping.ts';
import { RoleReference } from './sender.ts';
import { Id, MOMENT_PATTERN, OPERATION_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { StageShape } from './stage.ts';
import { TextShape } from './text.ts';

/** What follows an effect's outcome: further effects, changes of the record, an incident by name. */
const Consequence = strictObject({
  when: Type.Optional(ExpressionShape),
  set: Type.Optional(SetShape),
  effects: Type.Optional(Type.Array(refersTo('effect'))),
  incident: Type.Optional(Id),
});

/** By outcome, `otherwise` for the rest. */
const Consequences = Type.Record(Type.String({ pattern: '^[a-z][A-Za-z-]*$' }), Consequence);

const Moments = Type.Array(refersTo('moment', MOMENT_PATTERN), { minItems: 1 });

/** A call of an operation in another system; `chip` is its label on the work order. */
export const CallEffectShape = strictObject({
  kind: Type.Literal('call'),
  on: Type.Optional(Moments),
  when: Type.Optional(ExpressionShape),
  operation: refersTo('operation', OPERATION_PATTERN),
  mapping: Type.Optional(Type.Union([refersTo('mapping'), MappingShape])),
  result: Type.Optional(refersTo('mapping')),
  chip: Type.Optional(TextShape),
  then: Type.Optional(Consequences),
});

/** A message to holders of a role. `oncePer: "incident"` sends one per incident and `recovered` when it closes. */
export const NotifyEffectShape = strictObject({
  kind: Type.Literal('notify'),
  on: Type.Optional(Moments),
  when: Type.Optional(ExpressionShape),
  to: RoleReference,
  by: Type.Array(refersTo('receiver'), { minItems: 1 }),
  text: TextShape,
  recovered: Type.Optional(TextShape),
  oncePer: Type.Optional(Type.Literal('incident')),
});

/** A side task with a form: answered or not, the flow goes on; open past the end until answered. */
export const AskEffectShape = strictObject({
  kind: Type.Literal('ask'),
  on: Type.Optional(Moments),
  when: Type.Optional(ExpressionShape),
  stage: StageShape,
  to: RoleReference,
  by: Type.Optional(Type.Array(refersTo('receiver'), { minItems: 1 })),
  form: refersTo('form'),
  then: Type.Optional(Consequences),
});

/** A linked work order, started with these record values. */
export const StartEffectShape = strictObject({
  kind: Type.Literal('start'),
  on: Type.Optional(Moments),
  when: Type.Optional(ExpressionShape),
  workflow: Id,
  link: Id,
  input: SetShape,
});

export const EffectDefinitionShape = Type.Union([
  CallEffectShape,
  NotifyEffectShape,
  AskEffectShape,
  StartEffectShape,
]);
export type EffectDefinition = Shape<typeof EffectDefinitionShape>;
export type Consequence = Shape<typeof Consequence>;
