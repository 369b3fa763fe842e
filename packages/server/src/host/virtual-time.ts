import type { Instant } from '@paidan/engine/time';
import type { Worker } from '../jobs/worker.ts';
import { nextJobAt, releaseJobs } from '../store/waiting-jobs.ts';
import { earliestDue } from '../store/work-orders.ts';
import type { Installation } from './installation.ts';
import type { VirtualOrigin } from './origin.ts';

/** Time of a running server, moved by hand: everything due on the way happens at its own instant, in order. */
export interface VirtualTime {
  now(): Instant;
  /** Performs what is ready now, without moving the clock. */
  settle(): Promise<void>;
  advanceTo(instant: Instant): Promise<void>;
  advanceBy(ms: number): Promise<void>;
}

export function virtualTime(
  { kysely, host }: Pick<Installation, 'kysely' | 'host'>,
  origin: VirtualOrigin,
  worker: Worker,
): VirtualTime {
  const settle = async () => {
    for (;;) {
      await worker.idle();
      if ((await host.wakes.fireOverdue()) === 0) return;
    }
  };
  const advanceTo = async (instant: Instant) => {
    await settle();
    for (;;) {
      const next = earliest(await earliestDue(kysely), await nextJobAt(kysely));
      if (next === undefined || next > instant) break;
      origin.set(next);
      await releaseJobs(kysely, next);
      await settle();
    }
    origin.set(instant);
    await settle();
  };
  return {
    now: () => origin.now(),
    settle,
    advanceTo,
    advanceBy: (ms) => advanceTo(new Date(Date.parse(origin.now()) + ms).toISOString()),
  };
}

function earliest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
