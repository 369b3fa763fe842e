import type { Listener, Watch } from '@paidan/engine/definition';
import { isJsonObject, type Json, writePointer } from '@paidan/engine/issue';
import { eventsOf, type HeardEvent } from './heard-event.ts';
import { readDotted, readKey } from './read-dotted.ts';
import { typeValue } from './type-value.ts';

/** What is known of one watched field of one key: a row of its own, written in the transaction that decides. */
export interface KnownField {
  readonly value: Json;
  readonly version?: string;
  readonly counter: number;
}

/** Known fields of one key, by dotted read. */
export type Known = { readonly [field: string]: KnownField };

export type Ignored = {
  readonly field: string;
  readonly reason: 'same' | 'older' | 'not-asked-for' | 'first-sight' | 'unreadable';
};

export interface Change {
  readonly known: Known;
  readonly events: readonly HeardEvent[];
  readonly ignored: readonly Ignored[];
  /** The payload cannot be put in order against what is known: read the item from its system and ask again, `fresh`. */
  readonly readAgain: boolean;
}

/**
 * The events that one payload means, and what is known afterwards. A change is a typed value that differs from the known
 * one; older versions and repeats are ignored and counted. Event ids are `listener:key:field:counter`, so that what is
 * heard twice is raised once. A payload without a key means nothing.
 *
 * @param payload the item as `item`, and for listeners that `read`, the answer as `output`
 * @param options `since` is when the listener was switched on; `fresh` says that the item was read just now
 */
export function detectChange(
  subject: { readonly id: string; readonly listener: Listener },
  known: Known,
  payload: { readonly item: Json; readonly output?: Json },
  options: { readonly since: string; readonly at: string; readonly fresh?: boolean },
): Change {
  const { listener } = subject;
  const key = readKey({ ...payload }, listener.key);
  if (key === undefined) return { known, events: [], ignored: [], readAgain: false };
  if (listener.watch === undefined) {
    const events = eventsOf(subject, { key, cause: '', payload, at: options.at });
    return { known, events, ignored: [], readAgain: false };
  }
  const version = listener.version === undefined ? undefined : readKey({ ...payload }, listener.version);
  const typed = typedItem(listener.watch, payload.item);
  const looks = Object.entries(listener.watch).map(([field, watch]) =>
    look({ field, watch, listener, version, payload, options }, known[field]),
  );
  const fired = looks.filter((one) => one.verdict === 'fires');
  return {
    known: {
      ...known,
      ...Object.fromEntries(looks.flatMap(({ field, row }) => (row ? [[field, row]] : []))),
    },
    events: fired.flatMap(({ field, row }) =>
      eventsOf(subject, {
        key,
        cause: `${field}:${row?.counter ?? 0}`,
        payload: { ...payload, item: typed },
        at: options.at,
      }),
    ),
    ignored: looks.flatMap(({ field, verdict }) =>
      verdict === 'fires' || verdict === 'unordered' ? [] : [{ field, reason: verdict }],
    ),
    readAgain: looks.some(({ verdict }) => verdict === 'unordered'),
  };
}

interface Looking {
  readonly field: string;
  readonly watch: Watch;
  readonly listener: Listener;
  readonly version: string | undefined;
  readonly payload: { readonly item: Json };
  readonly options: { readonly since: string; readonly fresh?: boolean };
}

interface Look {
  readonly field: string;
  readonly verdict: 'fires' | 'unordered' | Ignored['reason'];
  readonly row?: KnownField;
}

function look(looking: Looking, known: KnownField | undefined): Look {
  const { field, watch, version, payload } = looking;
  const value = typeValue(watch, readDotted({ item: payload.item }, field));
  if (value === undefined) return { field, verdict: 'unreadable' };
  const row = { value, ...(version === undefined ? {} : { version }) };
  if (known === undefined) return firstSight(looking, value, row);
  const order = compareVersions(known.version, version, looking.options.fresh === true);
  if (order === 'older') return { field, verdict: 'older' };
  if (sameValue(known.value, value))
    return { field, verdict: 'same', row: { ...row, counter: known.counter } };
  if (order === 'unordered') return { field, verdict: 'unordered' };
  const asked = watch.on.includes(known.value === null ? 'set' : value === null ? 'cleared' : 'changed');
  const counter = known.counter + (asked ? 1 : 0);
  return { field, verdict: asked ? 'fires' : 'not-asked-for', row: { ...row, counter } };
}

/** A value older than the switching-on is only noted, so that switching on over old tickets fires nothing. */
function firstSight(looking: Looking, value: Json, row: Omit<KnownField, 'counter'>): Look {
  const { field, watch, listener, version, options } = looking;
  if (value === null || !watch.on.includes('set'))
    return { field, verdict: 'first-sight', row: { ...row, counter: 0 } };
  const zone = watch.zone === undefined ? {} : { zone: watch.zone };
  const instantOf = (text: Json) => typeValue({ type: 'dateTime', on: ['set'], ...zone }, text);
  const stamp = watch.type === 'dateTime' ? value : version === undefined ? undefined : instantOf(version);
  const isNew = typeof stamp === 'string' && Date.parse(stamp) > Date.parse(options.since);
  const fires = listener.firstSight === 'fire' || isNew;
  return { field, verdict: fires ? 'fires' : 'first-sight', row: { ...row, counter: fires ? 1 : 0 } };
}

function compareVersions(
  known: string | undefined,
  heard: string | undefined,
  fresh: boolean,
): 'newer' | 'older' | 'unordered' {
  if (known === undefined || heard === undefined || known === heard) return fresh ? 'newer' : 'unordered';
  const [before, after] = [Number(known), Number(heard)];
  const numbers = !Number.isNaN(before) && !Number.isNaN(after);
  return (numbers ? after < before : heard < known) ? 'older' : 'newer';
}

function typedItem(watches: NonNullable<Listener['watch']>, item: Json): Json {
  return Object.entries(watches).reduce((made, [field, watch]) => {
    const value = typeValue(watch, readDotted({ item }, field));
    const pointer = `/${field.split('.').slice(1).join('/')}`;
    return value === undefined || value === null || !isJsonObject(made)
      ? made
      : writePointer(made, pointer, value);
  }, item);
}

/** Typed values are texts, numbers, yes or no, or nothing. */
function sameValue(a: Json, b: Json): boolean {
  return a === b;
}
