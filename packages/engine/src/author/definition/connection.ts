import Type from 'typebox';
import { AuthenticationShape } from './authentication.ts';
import { answerKeys, OperationShape } from './operation.ts';
import { SettableText, SettingReference } from './reference.ts';
import { Id, mapOf, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const Count = Type.Integer({ minimum: 1 });

/** `perMinute` counts any sliding minute; `reservedFor` keeps slots of it for a severity. */
const Limits = strictObject({
  perMinute: Type.Optional(Count),
  reservedFor: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]+$' }), Count)),
  connectMs: Type.Optional(Count),
  maxBodyBytes: Type.Optional(Count),
});

/**
 * One configured system. `kind` names a connector; its manifest supplies what is left out here. `reach` names the setting
 * in which an administrator opens addresses of a private network. Among several connections of a `channel`, `audience`
 * decides; `fallback` is used while this one refuses.
 */
export const ConnectionShape = strictObject({
  kind: Id,
  title: Type.Optional(TextShape),
  baseUrl: Type.Optional(SettableText),
  auth: Type.Optional(AuthenticationShape),
  reach: Type.Optional(SettingReference),
  limits: Type.Optional(Limits),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 1, maximum: 600_000 })),
  breaker: Type.Optional(strictObject({ failures: Count, openMs: Count })),
  ...answerKeys,
  channel: Type.Optional(Id),
  audience: Type.Optional(strictObject({ role: refersTo('role') })),
  fallback: Type.Optional(refersTo('connection')),
  operations: Type.Optional(mapOf(OperationShape, NAME_PATTERN)),
});
export type Connection = Shape<typeof ConnectionShape>;
