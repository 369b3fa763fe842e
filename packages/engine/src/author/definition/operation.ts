import Type from 'typebox';
import type { JsonObject } from '../../issue/json.ts';
import { ExpressionShape } from './condition.ts';
import { DeliveryShape, RetryShape } from './delivery.ts';
import { DottedRead } from './reference.ts';
import { type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const JsonSchema = Type.Unsafe<JsonObject>(Type.Object({}, { description: 'JSON Schema 2020-12' }));

/**
 * How an answer is read, at a connection for all its operations or at one operation. Conditions are JSON Logic over
 * `{ status, headers, body }` and tried in this order; what none of them recognises is never a success.
 */
export const answerKeys = {
  succeeds: Type.Optional(ExpressionShape),
  credentialFails: Type.Optional(ExpressionShape),
  throttles: Type.Optional(ExpressionShape),
  didNothing: Type.Optional(ExpressionShape),
  refuses: Type.Optional(ExpressionShape),
  errorText: Type.Optional(DottedRead),
  outputFrom: Type.Optional(DottedRead),
};

/**
 * One thing a system can do. What of the input is neither in `path` nor in `query` is the JSON body. `absent` recognises
 * "there is no such thing", which is an answer. Method and path may come from the connector's manifest.
 */
export const OperationShape = strictObject({
  title: Type.Optional(TextShape),
  does: Type.Enum(['read', 'write']),
  method: Type.Optional(Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  path: Type.Optional(Type.String({ pattern: '^/' })),
  query: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z_][\\w-]*$' }))),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 1, maximum: 600_000 })),
  input: Type.Optional(JsonSchema),
  output: Type.Optional(JsonSchema),
  delivery: Type.Optional(DeliveryShape),
  retry: Type.Optional(RetryShape),
  absent: Type.Optional(ExpressionShape),
  ...answerKeys,
});
export type Operation = Shape<typeof OperationShape>;
