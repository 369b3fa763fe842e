import type { Listener } from '@paidan/engine/definition';
import { evaluate } from '@paidan/engine/expression';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { applyMapping } from '@paidan/engine/mapping';
import { readDotted } from './read-dotted.ts';

/** An event of the workflow, ready for the inbox: `id` is unique for what happened, `matches` finds the work order. */
export interface HeardEvent {
  readonly id: string;
  readonly event: string;
  readonly key: string;
  readonly payload: JsonObject;
  /** Work-order fact, dotted, to the value it must have. */
  readonly matches: { readonly [fact: string]: Json };
}

interface Cause {
  readonly key: string;
  readonly cause: string;
  readonly payload: { readonly item: Json; readonly output?: Json };
  readonly at: string;
}

/** The events a listener sends for one thing that happened. One whose payload mapping fails is not sent. */
export function eventsOf(
  subject: { readonly id: string; readonly listener: Listener },
  { key, cause, payload, at }: Cause,
): readonly HeardEvent[] {
  const { listener } = subject;
  const facts = { ...payload };
  const mapped =
    listener.payload === undefined ? { value: {} } : applyMapping(listener.payload, facts, { at });
  if (mapped.value === undefined) return [];
  const matches = Object.fromEntries(
    Object.entries(listener.matches).map(([read, fact]) => [fact, readDotted(facts, read) ?? null]),
  );
  const made = { key, payload: mapped.value, matches };
  return namesOf(listener, facts).map((event) => ({
    ...made,
    event,
    id: `${subject.id}:${key}:${cause || event}`,
  }));
}

function namesOf(listener: Listener, facts: { readonly [name: string]: Json }): readonly string[] {
  if (typeof listener.sends === 'string') return [listener.sends];
  return Object.entries(listener.sends).flatMap(([event, when]) =>
    evaluate(when, facts) === true ? [event] : [],
  );
}
