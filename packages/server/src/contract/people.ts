import Type from 'typebox';
import { type Body, Instant, TextBody } from './envelope.ts';

/** Who is signed in, what they may see, and in a demo whose place they may take. */
export const MeBody = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
  tenant: Type.String(),
  rights: Type.Array(Type.Enum(['workflow', 'people', 'operate', 'repair', 'audit'])),
  locale: Type.Enum(['zh-CN', 'en']),
  demo: Type.Optional(
    Type.Object({
      people: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          roles: Type.Array(Type.String()),
          title: TextBody,
        }),
      ),
      lanUrl: Type.Optional(Type.String()),
      /** Whether it can begin again. */
      resets: Type.Boolean(),
      seededDays: Type.Integer(),
      workOrders: Type.Integer(),
    }),
  ),
});
export type Me = Body<typeof MeBody>;

export const RoleSwitchBody = Type.Object({ person: Type.String() }, { additionalProperties: false });

/** A workflow that can be started, with the channel that is in force. */
export const WorkflowRow = Type.Object({
  id: Type.String(),
  title: TextBody,
  hash: Type.String(),
  publishedAt: Instant,
  running: Type.Integer(),
  mayStart: Type.Boolean(),
});

export const VersionRow = Type.Object({
  hash: Type.String(),
  workflow: Type.String(),
  publishedAt: Instant,
  publishedBy: Type.String(),
  note: Type.Optional(Type.String()),
  running: Type.Integer(),
  current: Type.Boolean(),
});
