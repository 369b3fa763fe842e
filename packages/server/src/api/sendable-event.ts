import type { JsonObject } from '@paidan/engine/issue';
import type { Static } from 'typebox';
import { eventBodies } from '../contract/events.ts';
import type { EventWithoutEnvelope } from '../host/host.ts';
import { type Refusal, refuse } from './problem.ts';
import { misfit } from './read-body.ts';

type Bodies = typeof eventBodies;
type SentEvent = { readonly [Kind in keyof Bodies]: Static<Bodies[Kind]> }[keyof Bodies];

export type Sendable = { readonly kind: 'sendable'; readonly event: EventWithoutEnvelope } | Refusal;

/** A body as an event somebody may send, in exactly the shape of its kind. `nameOf` finds people by id. */
export async function sendableEvent(
  body: JsonObject,
  nameOf: (personId: string) => Promise<string | undefined>,
): Promise<Sendable> {
  const kind = String(body['kind']);
  const schema = Object.hasOwn(eventBodies, kind) ? eventBodies[kind as keyof Bodies] : undefined;
  if (schema === undefined) return refuse('request/kind-not-open', { event: kind });
  // What a client says about lookups is dropped: the host asks them again.
  const { lookups: _claimed, ...rest } = body;
  const found = misfit(schema, rest);
  if (found !== undefined) return refuse('request/schema', found);
  const event = rest as unknown as SentEvent;
  if (event.kind !== 'transfer') return { kind: 'sendable', event: event as EventWithoutEnvelope };
  const name = await nameOf(event.to);
  if (name === undefined) return refuse('gate/not-found');
  return { kind: 'sendable', event: { ...event, to: { id: event.to, name } } };
}
