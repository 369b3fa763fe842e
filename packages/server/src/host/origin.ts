import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import { databaseTimeMs } from '../store/database-time.ts';
import type { Tables } from '../store/tables.ts';

/** Where time and ids come from; nothing else in the server asks a clock or makes up an id. */
export interface Origin {
  /** Never goes back, within one process. */
  now(): Instant;
  newId(): string;
  stop(): void;
}

export interface OriginOptions {
  readonly kysely: Kysely<Tables>;
  /** Told when the database's clock moved against ours by more than two seconds. */
  readonly onJump: (jumpMs: number) => void;
}

const measureEveryMs = 5000;
const jumpMs = 2000;
const longestRoundTripMs = 1000;

/**
 * The database's time, so that hosts agree whatever their own clocks say. Kept as a distance to this
 * process's
 * monotonic clock and measured again every five seconds; corrected forward at once, backward by standing
 * still.
 */
export async function createOrigin({ kysely, onJump }: OriginOptions): Promise<Origin> {
  let offsetMs = (await measureOffset(kysely, Number.POSITIVE_INFINITY)) ?? 0;
  let latestMs = 0;
  const measure = async () => {
    const measured = await measureOffset(kysely, longestRoundTripMs);
    if (measured === undefined) return;
    if (Math.abs(measured - offsetMs) > jumpMs) onJump(measured - offsetMs);
    offsetMs = measured;
  };
  // An outage of the database shows where it is used; until it is back the last distance is the best known.
  const timer = setInterval(() => void measure().catch(() => undefined), measureEveryMs);
  timer.unref();
  return {
    now: () => {
      latestMs = Math.max(latestMs, Math.floor(performance.now() + offsetMs));
      return new Date(latestMs).toISOString();
    },
    newId: randomUUID,
    stop: () => clearInterval(timer),
  };
}

/**
 * A clock that stands still until it is set, for trials of a running server. Refused in production by the
 * host.
 */
export interface VirtualOrigin extends Origin {
  /** Moves to an instant; never back. */
  set(instant: Instant): void;
}

export function createVirtualOrigin(start: Instant): VirtualOrigin {
  let now = start;
  return {
    now: () => now,
    newId: randomUUID,
    stop: () => undefined,
    set: (instant) => {
      if (instant > now) now = instant;
    },
  };
}

// Half of the round trip is the best guess of when the database looked at its clock. A slow answer says too
// little:
// taken for true, it would look like a jump of the clock.
async function measureOffset(kysely: Kysely<Tables>, mostMs: number): Promise<number | undefined> {
  const from = performance.now();
  const databaseMs = await databaseTimeMs(kysely);
  const until = performance.now();
  return until - from > mostMs ? undefined : databaseMs - (from + until) / 2;
}
