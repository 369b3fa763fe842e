import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { mapOf, NAME_PATTERN, type Shape, strictObject } from './shape.ts';
import { stages } from './stage.ts';
import { TextShape } from './text.ts';

export const SeverityShape = Type.Enum(['error', 'warning', 'info']);

/**
 * A demand across fields; it holds when `assert` is truthy. `error` stops; a warning with `confirm` stops until its id
 * is acknowledged; a plain warning and an info never stop.
 */
export const CheckShape = strictObject({
  assert: ExpressionShape,
  at: Type.Array(Type.String({ pattern: NAME_PATTERN }), { minItems: 1 }),
  severity: Type.Optional(SeverityShape),
  confirm: Type.Optional(Type.Boolean()),
  stages: Type.Optional(Type.Array(Type.Enum([...stages]))),
  message: TextShape,
  data: Type.Optional(mapOf(ExpressionShape, NAME_PATTERN)),
});
export type Check = Shape<typeof CheckShape>;
