import Type from 'typebox';
import { SeverityShape } from './check.ts';
import { ExpressionShape } from './condition.ts';
import { mapOf, NAME_PATTERN, Pointer, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/** What "there is no such thing" means for the person: an issue at a field, perhaps one to confirm. */
const AbsentShape = strictObject({
  at: Type.String({ pattern: NAME_PATTERN }),
  severity: Type.Optional(SeverityShape),
  confirm: Type.Optional(Type.Boolean()),
  message: TextShape,
});

const Fill = Type.Record(Type.String({ pattern: '^(/[^/]+)+$' }), ExpressionShape);

/**
 * A question to another system. It is due when all `params` that are not `optional` are present, `when` holds, and the
 * parameters differ from those last answered. `fill`, `otherwise` and `checkAt` are pointers below the form's `writes`.
 */
export const LookupShape = strictObject({
  connection: refersTo('connection'),
  operation: refersTo('sibling-operation', NAME_PATTERN),
  params: mapOf(ExpressionShape, NAME_PATTERN),
  optional: Type.Optional(Type.Array(Type.String({ pattern: NAME_PATTERN }))),
  when: Type.Optional(ExpressionShape),
  for: Type.Optional(Type.Array(refersTo('role'))),
  debounceMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 1, maximum: 60_000 })),
  cacheMs: Type.Optional(Type.Integer({ minimum: 0 })),
  mustRun: Type.Optional(Type.Boolean()),
  offline: Type.Optional(Type.Enum(['defer', 'cache', 'block'])),
  checkAt: Type.Optional(Pointer),
  fill: Type.Optional(Fill),
  otherwise: Type.Optional(Fill),
  absent: Type.Optional(AbsentShape),
});
export type Lookup = Shape<typeof LookupShape>;
