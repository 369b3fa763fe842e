import type { Retry } from '@paidan/engine/definition';

/** The waits of one delivery, jitter included: a hash of effect id and attempt, so that two runs give one plan. */
export interface RetryPlan {
  /** Before the second attempt, the third and so on. */
  readonly quickMs: readonly number[];
  /** When the ladder would have ended, counted from the first attempt: `failed` and the alarm come no later. */
  readonly alarmAfterMs: number;
  /** Before the nth slow attempt (from 0), or `undefined` when there are none. */
  readonly slowMs: (nth: number) => number | undefined;
  /** Counted from the first attempt; afterwards the delivery is a dead letter. */
  readonly endsAfterMs: number;
}

/** R35: three retries after 10, 30 and 90 s, then slow ones for 72 h. */
const usual = {
  limit: 3,
  firstDelayMs: 10_000,
  factor: 3,
  slow: { firstDelayMs: 300_000, longestDelayMs: 21_600_000, forMs: 259_200_000 },
} as const satisfies Retry;

/**
 * When to try again. Without a declaration the usual ladder counts; a declaration without `slow` has no slow attempts.
 * Each wait moves by at most a fifth, up or down.
 */
export function retryPlan(effectId: string, declared: Retry = usual): RetryPlan {
  const { limit, firstDelayMs = usual.firstDelayMs, factor = usual.factor, slow } = declared;
  const jittered = (ms: number, attempt: number) =>
    Math.round(ms * (0.8 + 0.4 * share(`${effectId} ${attempt}`)));
  const quickMs = Array.from({ length: limit }, (_, nth) => jittered(firstDelayMs * factor ** nth, nth + 1));
  const alarmAfterMs = quickMs.reduce((sum, ms) => sum + ms, 0);
  const slowMs = (nth: number) =>
    slow &&
    jittered(Math.min(slow.firstDelayMs * 2 ** Math.min(nth, 40), slow.longestDelayMs), limit + nth + 1);
  return { quickMs, alarmAfterMs, slowMs, endsAfterMs: Math.max(alarmAfterMs, slow?.forMs ?? 0) };
}

/** A number in [0, 1) from a text: FNV-1a (Fowler, Noll, Vo; 32 bits) with the finaliser of MurmurHash3 (Appleby). */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
