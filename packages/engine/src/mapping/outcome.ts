import type { Json } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';

/** What one attempt of a call came to. Only `succeeded` and `refused` are answers; the rest is tried, asked or shown. */
export type Outcome =
  | {
      /** The success condition held and the output fits its schema. `absent`: there is no such thing, an answer too. */
      readonly kind: 'succeeded';
      readonly output: Json;
      readonly absent?: true;
      /** SHA-256 of the whole answer: evidence that keeps nothing of what it said. */
      readonly receipt?: string;
    }
  | {
      /** Understood and said no: the same call would be refused again. */
      readonly kind: 'refused';
      /** `answer/refused`, `answer/unrecognised`, or `http/<status>`. */
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly kind: 'tryLater';
      readonly reason: 'throttled' | 'not-done' | 'not-sent' | 'breaker-open' | 'credential';
      /** How long the other side asked to be left alone, 0 when it did not say. */
      readonly waitMs: number;
    }
  | {
      /** Sent, and nobody knows whether it was done. */
      readonly kind: 'unknown';
      readonly reason: 'timed-out' | 'cut-off' | 'unreadable' | 'server-error' | 'worker-died';
      readonly sentAt: Instant;
    };

/** What came back over the wire, before anybody has judged it. Header names are lower case. */
export type Response =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      /** The parsed body, null when it was empty; absent when it could not be read. */
      readonly body?: Json;
      readonly sentAt: Instant;
    }
  | { readonly kind: 'not-sent' }
  | {
      readonly kind: 'broken';
      readonly reason: 'timed-out' | 'cut-off' | 'unreadable' | 'worker-died';
      readonly sentAt: Instant;
    };
