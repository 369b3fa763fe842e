import Type from 'typebox';
import { type Body, Instant, TextBody } from './envelope.ts';
import { VisibleRecordBody } from './visible.ts';
import { PersonBody, TaskBody } from './work-orders.ts';

/** Exchange of a link's token (kept in the URL fragment) for a session that sees one work order. */
export const OpenLinkBody = Type.Object(
  { token: Type.String({ minLength: 20 }) },
  { additionalProperties: false },
);

/** What a customer sees: stage, handler, expected time, and what waits for an answer. An unknown time says when it will be known. */
export const TrackBody = Type.Object({
  workOrderId: Type.String(),
  number: Type.String(),
  title: TextBody,
  asOf: Instant,
  stage: Type.String(),
  stages: Type.Array(
    Type.Object({ stage: Type.String(), at: Type.Optional(Instant), current: Type.Boolean() }),
  ),
  step: TextBody,
  handler: Type.Optional(PersonBody),
  expectedAt: Type.Optional(Instant),
  expectedKnown: Type.Optional(TextBody),
  ended: Type.Boolean(),
  tasks: Type.Array(TaskBody),
  record: VisibleRecordBody,
  mayUrgeAt: Type.Optional(Instant),
  mayUrge: Type.Boolean(),
});
export type TrackView = Body<typeof TrackBody>;

/** A code is on its way; the number is shown shortened. */
export const CodeSentBody = Type.Object({ sentTo: Type.String(), expiresAt: Instant });
export const CodeBody = Type.Object(
  { code: Type.String({ pattern: '^\\d{6}$' }) },
  { additionalProperties: false },
);
export const CodeConfirmedBody = Type.Object({ confirmedAt: Instant });
