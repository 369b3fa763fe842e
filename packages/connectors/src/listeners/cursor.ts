import type { Listener, Watch } from '@paidan/engine/definition';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { readDotted, readKey } from './read-dotted.ts';
import { typeValue } from './type-value.ts';

export type Poll = NonNullable<Listener['by']['poll']>;

/** How far a listener has read: the last item's instant and id. Belongs to connection and listener, not to a version. */
export interface Cursor {
  readonly instant: string;
  readonly id: string;
}

/** What a poll keeps to where the listener leaves it out. */
const usual = { items: 'output.items', overlapMs: 120_000, lagMs: 5000, pageSize: 200 } as const;

/**
 * The request of the next page: `since` (ISO), `after` and `limit`. The first page of a round goes back by the overlap and
 * begins before every id, so that late and equal instants are met again; the pages after it go on where the last one ended.
 */
export function pageRequest(poll: Poll, cursor: Cursor, page: 'first' | 'further'): JsonObject {
  const limit = poll.pageSize ?? usual.pageSize;
  if (page === 'further') return { since: cursor.instant, after: cursor.id, limit };
  const back = Date.parse(cursor.instant) - (poll.overlapMs ?? usual.overlapMs);
  return { since: new Date(back).toISOString(), after: '', limit };
}

/**
 * The items of a page and how far they lead. `reached` goes on within the round; `kept` is what may be committed with the
 * page: never back, and never past now minus the lag, because what carries a younger instant may still change its place.
 */
export function readPage(
  poll: Poll,
  before: { readonly reached: Cursor; readonly kept: Cursor },
  answer: {
    readonly page: 'first' | 'further';
    readonly output: Json;
    readonly at: string;
    readonly zone?: string;
  },
): {
  readonly items: readonly Json[];
  readonly reached: Cursor;
  readonly kept: Cursor;
  readonly more: boolean;
} {
  const found = readDotted({ output: answer.output }, poll.items ?? usual.items);
  const items: readonly Json[] = Array.isArray(found) ? found : [];
  const reached = cursorOf(poll, items.at(-1), answer.zone) ?? before.reached;
  const newest = new Date(Date.parse(answer.at) - (poll.lagMs ?? usual.lagMs)).toISOString();
  const bounded = reached.instant > newest ? { instant: newest, id: '' } : reached;
  const kept = bounded.instant >= before.kept.instant ? bounded : before.kept;
  // A system that ignores the cursor would hand out the same full page for ever.
  const moved =
    answer.page === 'first' || reached.instant !== before.reached.instant || reached.id !== before.reached.id;
  return { items, reached, kept, more: moved && items.length >= (poll.pageSize ?? usual.pageSize) };
}

function cursorOf(poll: Poll, item: Json | undefined, zone: string | undefined): Cursor | undefined {
  if (item === undefined || poll.cursor === undefined) return undefined;
  const [instantRead = '', idRead = ''] = poll.cursor;
  const watch: Watch = { type: 'dateTime', on: ['set'], ...(zone === undefined ? {} : { zone }) };
  const instant = typeValue(watch, readDotted({ item }, instantRead));
  const id = readKey({ item }, idRead);
  return typeof instant === 'string' && id !== undefined
    ? { instant: new Date(instant).toISOString(), id }
    : undefined;
}
