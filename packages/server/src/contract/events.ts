import Type, { type TObject } from 'typebox';
import { Instant, JsonMap } from './envelope.ts';

const Id = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ minLength: 1, maxLength: 4000 });
const Names = Type.Array(Type.String({ maxLength: 500 }), { maxItems: 500 });

function eventOf<Kind extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  kind: Kind,
  fields: Fields,
) {
  const envelope = { seq: Type.Optional(Type.Integer()), capturedAt: Type.Optional(Instant) };
  return Type.Object({ kind: Type.Literal(kind), ...envelope, ...fields }, { additionalProperties: false });
}

/**
 * Every event that may be sent over HTTP, in full. What the planner, clocks and other systems have to say is raised by
 * the server itself; picking by hand has a route of its own, because what it breaks is worked out there.
 */
export const eventBodies = {
  submit: eventOf('submit', {
    step: Id,
    form: Id,
    values: JsonMap,
    proof: Type.Optional(Id),
    alternative: Type.Optional(Id),
    hash: Type.Optional(Id),
    was: Type.Optional(JsonMap),
    edited: Type.Optional(Names),
    acknowledged: Type.Optional(Names),
    channel: Type.Optional(Id),
  }),
  save: eventOf('save', { step: Id, values: JsonMap }),
  claim: eventOf('claim', { task: Id }),
  release: eventOf('release', { task: Id }),
  transfer: eventOf('transfer', { task: Id, to: Id }),
  vote: eventOf('vote', {
    step: Id,
    seat: Id,
    vote: Type.Enum(['yes', 'no', 'return']),
    note: Type.Optional(Words),
    returnTo: Type.Optional(Id),
  }),
  arrive: eventOf('arrive', {}),
  depart: eventOf('depart', {}),
  leave: eventOf('leave', {}),
  plan: eventOf('plan', { plannedAt: Instant, visitMs: Type.Optional(Type.Integer({ minimum: 0 })) }),
  comment: eventOf('comment', { text: Words, unprompted: Type.Optional(Type.Boolean()) }),
  message: eventOf('message', { to: Id, text: Words }),
  send: eventOf('send', { event: Id, payload: Type.Optional(JsonMap) }),
  accepted: eventOf('accepted', { step: Id, offer: Id, token: Type.Integer() }),
  declined: eventOf('declined', { step: Id, offer: Id, token: Type.Integer(), reason: Words }),
  released: eventOf('released', { role: Id, reason: Words }),
  suspend: eventOf('suspend', { reason: Words }),
  resume: eventOf('resume', { reason: Words }),
} as const satisfies { readonly [kind: string]: TObject };
