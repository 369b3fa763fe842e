import { type FeedPlace, type FeedRow, feedAfter, feedEnd } from '../store/journal-rows.ts';
import type { ApiPorts } from './api-ports.ts';

export interface LiveFeed {
  /** Hears every row committed after the place, in feed order, until the returned function is called. */
  listen(listener: (rows: readonly FeedRow[]) => void): Promise<() => void>;
  /** Rows between a place and now, for somebody who was away. */
  since(place: FeedPlace): Promise<readonly FeedRow[]>;
}

const everyMs = 250;
const mostMissed = 500;

/**
 * One reader of the journal for all streams of this process: it asks while somebody listens, and at once after a commit
 * of our own. Other processes' commits come the same way, so that nothing is told twice.
 */
export function createLiveFeed(ports: ApiPorts): LiveFeed {
  const listeners = new Set<(rows: readonly FeedRow[]) => void>();
  let place: FeedPlace | undefined;
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;

  const read = async () => {
    place ??= await feedEnd(ports.kysely);
    const rows = await feedAfter(ports.kysely, place);
    const last = rows.at(-1);
    if (last === undefined) return;
    place = { xid: last.xid, position: last.position };
    for (const listener of listeners) listener(rows);
  };
  const readOnce = () => {
    reading ??= read()
      // An outage ends by itself; the place is kept, so nothing is lost meanwhile.
      .catch((error: unknown) => ports.log?.warn({ err: error }, 'the feed could not be read'))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  ports.host.onMoved(() => {
    if (listeners.size > 0) void readOnce();
  });

  return {
    since: (from) => feedAfter(ports.kysely, from, mostMissed),
    listen: async (listener) => {
      if (listeners.size === 0) {
        await reading;
        place = await feedEnd(ports.kysely);
      }
      listeners.add(listener);
      timer ??= setInterval(() => void readOnce(), everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
