import type { Instant } from '@paidan/engine/time';
import { fetchWakes, sendMissingWakes, settleWake, type TakenWake } from '../store/wakes.ts';
import { earliestDue, overdueWorkOrders } from '../store/work-orders.ts';
import { type WakePorts, wakeDue } from './wake-due.ts';

/** Fires what is due, in time and after any outage. */
export interface WakeLoop {
  /** Says that something will be due; call it after every commit with the work order's next instant. */
  arm(dueAt: Instant | undefined): void;
  /** Fires everything due by now, oldest first, without waiting for any job. */
  fireOverdue(): Promise<number>;
  stop(): Promise<void>;
}

export interface WakeLoopOptions extends WakePorts {
  /** Told of outages; the loop goes on. */
  readonly onError: (error: unknown) => void;
  /** How long the loop sleeps at most, 500 ms when absent. */
  readonly pollMs?: number;
  /** On a virtual clock nothing comes by itself: only `fireOverdue` fires. */
  readonly virtual?: boolean;
}

const atOnce = 32;
const sweepEveryMs = 3_600_000;

/**
 * Sleeps until the nearest instant and then fetches; polling is the net for what other processes sent. At
 * the start
 * and every hour it fires what is overdue and sends wakes that are missing.
 */
export function startWakeLoop(options: WakeLoopOptions): WakeLoop {
  const { pollMs = 500, onError } = options;
  let nearest: Instant | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = options.virtual ?? false;
  let isPassing = false;
  let passing: Promise<void> = Promise.resolve();

  const schedule = () => {
    if (stopped || isPassing) return;
    const aheadMs = nearest === undefined ? pollMs : Date.parse(nearest) - Date.parse(options.now());
    clearTimeout(timer);
    timer = setTimeout(begin, Math.max(0, Math.min(pollMs, aheadMs)));
  };
  const begin = () => {
    nearest = undefined;
    isPassing = true;
    passing = pass(options)
      .catch(onError)
      .then(() => {
        isPassing = false;
        schedule();
      });
  };
  const sweep = async () => {
    await fireOverdue(options);
    await sendMissingWakes(options.kysely, options.boss);
    arm(await earliestDue(options.kysely));
  };
  const arm = (dueAt: Instant | undefined) => {
    if (dueAt === undefined || (nearest !== undefined && nearest <= dueAt)) return;
    nearest = dueAt;
    if (timer !== undefined) schedule();
  };

  const hourly = stopped ? undefined : setInterval(() => void sweep().catch(onError), sweepEveryMs);
  if (!stopped) passing = sweep().catch(onError).then(schedule);
  return {
    arm,
    fireOverdue: () => fireOverdue(options),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(hourly);
      await passing;
    },
  };
}

async function pass(options: WakeLoopOptions): Promise<void> {
  for (;;) {
    const taken = await fetchWakes(options.boss, atOnce);
    await Promise.all(taken.map((wake) => work(options, wake)));
    if (taken.length < atOnce) return;
  }
}

// A wake that fails stays active until it expires and comes again; others go on.
async function work(options: WakeLoopOptions, wake: TakenWake): Promise<void> {
  try {
    const next = await wakeDue(options, wake.data);
    await settleWake(options.kysely, options.boss, { wake, next });
  } catch (error) {
    options.onError(error);
  }
}

async function fireOverdue(options: WakeLoopOptions): Promise<number> {
  const tried = new Set<string>();
  for (;;) {
    const at = options.now();
    const overdue = await overdueWorkOrders(options.kysely, { at, limit: atOnce + tried.size });
    const untried = overdue.filter(({ workOrderId, dueAt }) => !tried.has(`${workOrderId} ${dueAt}`));
    if (untried.length === 0) return tried.size;
    for (const { workOrderId, dueAt } of untried) tried.add(`${workOrderId} ${dueAt}`);
    await Promise.all(untried.map((which) => wakeDue(options, which).catch(options.onError)));
  }
}
