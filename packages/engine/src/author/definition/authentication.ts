import Type from 'typebox';
import { DottedRead, SecretReference, SettableText, SettingReference } from './reference.ts';
import { NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';

const Place = Type.Enum(['header', 'query']);

/** A value handed to a token operation: plain, by setting or by secret. */
const Handed = Type.Union([Type.String(), SettingReference, SecretReference]);

/** An operation of the same connection hands the token out; reads are dotted in its `output`, `expiresIn` in seconds. */
export const TokenAuthenticationShape = strictObject({
  kind: Type.Literal('token'),
  ask: refersTo('sibling-operation', NAME_PATTERN),
  with: Type.Optional(Type.Record(Type.String({ pattern: '^(/[^/]+)+$' }), Handed)),
  token: DottedRead,
  expiresIn: DottedRead,
  put: strictObject({ in: Place, name: Type.String({ minLength: 1 }) }),
});
export type TokenAuthentication = Shape<typeof TokenAuthenticationShape>;

/** How a request proves who sends it. Keys and passwords are names of secrets. */
export const AuthenticationShape = Type.Union([
  strictObject({ kind: Type.Literal('none') }),
  strictObject({
    kind: Type.Literal('apiKey'),
    in: Place,
    name: Type.String({ minLength: 1 }),
    key: SecretReference,
  }),
  strictObject({ kind: Type.Literal('basic'), user: SettableText, password: SecretReference }),
  strictObject({ kind: Type.Literal('bearer'), token: SecretReference }),
  strictObject({
    kind: Type.Literal('oauth2ClientCredentials'),
    tokenPath: Type.String({ pattern: '^/' }),
    clientId: SettableText,
    clientSecret: SecretReference,
    scope: Type.Optional(Type.String()),
  }),
  TokenAuthenticationShape,
  strictObject({
    kind: Type.Literal('hmac'),
    key: SecretReference,
    sign: Type.String({ minLength: 1 }),
    header: Type.String({ minLength: 1 }),
  }),
  strictObject({ kind: Type.Literal('dingtalkSign'), token: SecretReference, key: SecretReference }),
  strictObject({ kind: Type.Literal('feishuSign'), hook: SecretReference, key: SecretReference }),
  strictObject({ kind: Type.Literal('wecomKey'), key: SecretReference }),
]);
export type Authentication = Shape<typeof AuthenticationShape>;
