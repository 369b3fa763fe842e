import { answerKeys, ID_PATTERN, NAME_PATTERN, OperationShape } from '@paidan/engine/definition';
import type { Text } from '@paidan/engine/issue';
import Type, { type Static } from 'typebox';

/** The ways in which a notice to people is written for a system. */
export const noticeFormats = [
  'dingtalk-markdown',
  'wecom-markdown',
  'feishu-card',
  'wecom-app-markdown',
  'plain-text',
] as const;
export type NoticeFormat = (typeof noticeFormats)[number];

/** Ways to prove who sends; the settings of each stand in the connection. */
export const authenticationKinds = [
  'none',
  'apiKey',
  'basic',
  'bearer',
  'oauth2ClientCredentials',
  'token',
  'hmac',
  'dingtalkSign',
  'feishuSign',
  'wecomKey',
] as const;

const Notice = Type.Object(
  {
    operation: Type.String({ pattern: NAME_PATTERN }),
    format: Type.Enum([...noticeFormats]),
    maxBytes: Type.Integer({ minimum: 1 }),
    perMinute: Type.Integer({ minimum: 1 }),
    speaksTo: Type.Enum(['group', 'person']),
  },
  { additionalProperties: false },
);

/**
 * A kind of system: what a connection of this kind may leave out. `baseUrl` is the vendor's address unless the named
 * setting holds another; `tokenFrom` are the values its token operation is handed, by setting or by secret.
 */
export const ConnectorShape = Type.Object(
  {
    kind: Type.String({ pattern: ID_PATTERN }),
    title: Type.Unsafe<Text>(Type.Union([Type.String(), Type.Record(Type.String(), Type.String())])),
    auth: Type.Array(Type.Enum([...authenticationKinds]), { minItems: 1 }),
    baseUrl: Type.Optional(
      Type.Object({ setting: Type.String(), otherwise: Type.String() }, { additionalProperties: false }),
    ),
    tokenFrom: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^/' }),
        Type.Union([
          Type.Object({ setting: Type.String() }, { additionalProperties: false }),
          Type.Object({ secret: Type.String() }, { additionalProperties: false }),
        ]),
      ),
    ),
    ...answerKeys,
    notice: Type.Optional(Notice),
    operations: Type.Optional(Type.Record(Type.String({ pattern: NAME_PATTERN }), OperationShape)),
  },
  { additionalProperties: false },
);
export type Connector = Static<typeof ConnectorShape>;
