import Type from 'typebox';
import { ExpressionShape, SetShape } from './condition.ts';
import { NAME_PATTERN, Pointer, refersTo, type Shape, strictObject } from './shape.ts';

const Header = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]*$' });
const Ms = Type.Integer({ minimum: 0 });

/**
 * What may be done after an unknown outcome, declared per operation. `key` carries the effect id in a header or at a body
 * pointer; `probe` asks by our own reference before any resend: `same` reads `output` (the question's answer) and `sent`.
 */
export const DeliveryShape = Type.Union([
  strictObject({ mode: Type.Literal('key'), header: Header }),
  strictObject({ mode: Type.Literal('key'), pointer: Pointer }),
  strictObject({ mode: Type.Literal('natural') }),
  strictObject({
    mode: Type.Literal('probe'),
    header: Type.Optional(Header),
    ask: refersTo('sibling-operation', NAME_PATTERN),
    with: SetShape,
    settleMs: Ms,
    same: ExpressionShape,
  }),
  strictObject({ mode: Type.Literal('once') }),
  strictObject({ mode: Type.Literal('atLeast') }),
]);
export type Delivery = Shape<typeof DeliveryShape>;
export type DeliveryMode = Delivery['mode'];

/** `limit` quick attempts after the first, `firstDelayMs` apart and growing by `factor`; then slow ones until `forMs` is over. */
export const RetryShape = strictObject({
  limit: Type.Integer({ minimum: 0, maximum: 20 }),
  firstDelayMs: Type.Optional(Ms),
  factor: Type.Optional(Type.Number({ minimum: 1, maximum: 10 })),
  slow: Type.Optional(strictObject({ firstDelayMs: Ms, longestDelayMs: Ms, forMs: Ms })),
});
export type Retry = Shape<typeof RetryShape>;
