import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** The session that says a process is here, for as long as it is. */
export interface KeptPresence {
  /** Stops keeping it, and returns the session that stands. */
  give(): Promise<Client>;
}

const pauseMs = 1000;

/**
 * Joins again whenever the session ends: a server that was killed is started and recovers without anybody's help, and the
 * pools connect to it at the port they know.
 */
export function keepPresence(first: Client, join: () => Promise<Client>): KeptPresence {
  const leaving = new AbortController();
  let joining: Promise<Client> = Promise.resolve(first);
  const watch = (client: Client) => {
    client.once('end', () => {
      if (!leaving.signal.aborted) joining = joinAgain(client);
    });
    return client;
  };
  const joinAgain = async (ended: Client): Promise<Client> => {
    while (!leaving.signal.aborted) {
      const client = await join().catch(() => undefined);
      if (client !== undefined) return watch(client);
      await sleep(pauseMs, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
    return ended;
  };
  watch(first);
  return {
    give: () => {
      leaving.abort();
      return joining;
    },
  };
}
