import Type from 'typebox';
import { mapOf, type Shape, strictObject } from '../../author/definition/shape.ts';
import { InstantText, PersonId } from './work-order-facts.ts';

const ANY_KEY = '^[\\s\\S]+$';
const Count = Type.Integer({ minimum: 0 });
const Place = { latitude: Type.Number(), longitude: Type.Number() };
const MaybePlace = Type.Optional(Type.Union([strictObject(Place), Type.Null()]));

/** Half-open: `[from, to)`. */
export const SpanShape = Type.Tuple([InstantText, InstantText]);
export type SpanText = Shape<typeof SpanShape>;
const Spans = Type.Array(SpanShape);
const Levels = mapOf(Type.Integer({ minimum: 0, maximum: 5 }), ANY_KEY);

/** Work in a person's day. Declined, expired, withdrawn and cancelled ones hold no place. */
export const AssignmentShape = strictObject({
  workOrderId: Type.String({ minLength: 1 }),
  state: Type.Enum([
    'offered',
    'accepted',
    'under-way',
    'on-site',
    'finished',
    'declined',
    'expired',
    'withdrawn',
    'cancelled',
  ]),
  plannedAt: Type.Optional(InstantText),
  units: Type.Optional(Count),
});

/** Who may stand by a person below the needed level, with all that is needed to judge it. */
export const MentorShape = strictObject({ levels: Levels, shifts: Spans, absences: Spans });
export type Mentor = Shape<typeof MentorShape>;

/**
 * One person as routing sees them. Firm-wide rates and mentors travel inside: nothing is ever derived from who else is
 * in the pool.
 */
export const AssigneeFactsShape = strictObject({
  id: PersonId,
  version: Count,
  roles: Type.Array(Type.String()),
  /** IANA zone; the person's local day is the day that capacity counts. */
  zone: Type.String({ minLength: 1 }),
  paused: Type.Boolean(),
  onDuty: Spans,
  shifts: Spans,
  absences: Spans,
  /** Validity of each certificate; "valid to 31 March" is stored as the first instant after it. */
  certificates: mapOf(Spans, ANY_KEY),
  /** 0–5 per device type and brand, keyed `type/brand`. */
  levels: Levels,
  mentors: Type.Optional(mapOf(MentorShape, ANY_KEY)),
  home: MaybePlace,
  currentJob: MaybePlace,
  nextJob: MaybePlace,
  position: Type.Optional(
    Type.Union([
      strictObject({ ...Place, at: InstantText, accuracyMetres: Type.Optional(Type.Number()) }),
      Type.Null(),
    ]),
  ),
  assignments: Type.Array(AssignmentShape),
  idleSince: Type.Optional(InstantText),
  /** Latest resolution per device type and fault class, keyed `type/class`. */
  resolved: Type.Optional(mapOf(InstantText, ANY_KEY)),
  /** `[fixed, closed]` per `tag=value`, and of the firm under `everybody`. */
  firstFix: Type.Optional(mapOf(Type.Tuple([Count, Count]), ANY_KEY)),
  /** Spans worked and instants at which hard work orders were finished, of the last 168 hours. */
  worked: Type.Optional(Spans),
  hardFinished: Type.Optional(Type.Array(InstantText)),
});
export type AssigneeFacts = Shape<typeof AssigneeFactsShape>;
