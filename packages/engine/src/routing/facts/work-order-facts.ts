import Type from 'typebox';
import { mapOf, type Shape, strictObject } from '../../author/definition/shape.ts';
import type { JsonObject } from '../../issue/json.ts';

/** An ISO 8601 instant with a zone. */
export const InstantText = Type.String({ minLength: 1 });
export const PersonId = Type.String({ minLength: 1 });
const ANY_KEY = '^[\\s\\S]+$';

/** Somebody's hold on a work order: an offer is live until its lease ends, everything later is work. */
export const HoldShape = strictObject({
  assigneeId: PersonId,
  state: Type.Union([
    Type.Literal('offered'),
    Type.Literal('accepted'),
    Type.Literal('under-way'),
    Type.Literal('on-site'),
  ]),
  /** The decision that made the offer; only grows. */
  token: Type.Integer({ minimum: 0 }),
  leaseUntil: Type.Optional(InstantText),
  seenAt: Type.Optional(InstantText),
});
export type Hold = Shape<typeof HoldShape>;

/** `must`: this person and nobody else, before every tier; `must-not`: never; `keep`: stays where it is. */
export const PinShape = strictObject({
  kind: Type.Union([Type.Literal('must'), Type.Literal('must-not'), Type.Literal('keep')]),
  until: InstantText,
});
export type Pin = Shape<typeof PinShape>;

/** One work order as routing sees it, and all of what it sees. Places are WGS-84. */
export const WorkOrderFactsShape = strictObject({
  id: Type.String({ minLength: 1 }),
  version: Type.Integer({ minimum: 0 }),
  createdAt: InstantText,
  dueAt: Type.Optional(InstantText),
  /** Start of the planned visit; until one is planned the visit is taken to start at the instant of the decision. */
  plannedAt: Type.Optional(InstantText),
  visitMs: Type.Optional(Type.Integer({ minimum: 0 })),
  record: Type.Unsafe<JsonObject>(Type.Object({})),
  /** Keyed by person; each ends at its instant. */
  pins: Type.Optional(mapOf(PinShape, ANY_KEY)),
  /** Who said no in this pass, and why. Nobody is asked twice in one pass. */
  declinedBy: Type.Optional(mapOf(strictObject({ at: InstantText, reason: Type.String() }), ANY_KEY)),
  offer: Type.Optional(Type.Union([HoldShape, Type.Null()])),
  /** The rung of its ladder that the work order stands on; absent means the first. */
  rung: Type.Optional(Type.String()),
});
export type WorkOrderFacts = Shape<typeof WorkOrderFactsShape>;
