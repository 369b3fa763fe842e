import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkOrderEvent } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { LoadedWorkOrder } from '../store/commit-input.ts';
import type { WakeJob } from '../store/commit-jobs.ts';
import type { Tables } from '../store/tables.ts';
import { loadWorkOrder } from '../store/work-orders.ts';

/**
 * An event whose instant has come. The command id is that of the timer's incarnation, so that each fires
 * once.
 */
export interface DueEvent {
  readonly commandId: string;
  readonly event: WorkOrderEvent;
}

export interface WakePorts {
  readonly kysely: Kysely<Tables>;
  readonly boss: PgBoss;
  readonly now: () => Instant;
  /** What is due in a work order at an instant, oldest first. */
  readonly dueEvents: (loaded: LoadedWorkOrder, at: Instant) => Promise<readonly DueEvent[]>;
  /** Decides and commits one of them. */
  readonly fire: (loaded: LoadedWorkOrder, due: DueEvent) => Promise<void>;
}

const longestWaitMs = 30_000;

/**
 * Decides everything that is due in one work order and returns the instant of its next wake, if there is
 * one. Does
 * nothing when nothing is due; never fires early.
 */
export async function wakeDue(
  ports: WakePorts,
  { tenant, workOrderId, dueAt }: WakeJob,
): Promise<Instant | undefined> {
  await untilReached(ports, dueAt);
  const fired = new Set<string>();
  for (;;) {
    const loaded = await loadWorkOrder(ports.kysely, { tenant, workOrderId });
    if (loaded === undefined) return undefined;
    const due = await ports.dueEvents(loaded, ports.now());
    const next = due.find(({ commandId }) => !fired.has(commandId));
    if (next === undefined) return loaded.nextDueAt;
    fired.add(next.commandId);
    await ports.fire(loaded, next);
  }
}

// The queue and the host may read clocks some milliseconds apart; a wake that came too soon must not go by
// unheard. One that is far too soon is left to the queue, which sends it again.
async function untilReached(ports: WakePorts, dueAt: Instant): Promise<void> {
  const aheadMs = Date.parse(dueAt) - Date.parse(ports.now());
  if (aheadMs > longestWaitMs) {
    throw new WorkflowFault(
      'schedule/clocks-differ',
      `a wake for ${dueAt} came ${aheadMs} ms early`,
      'retry',
    );
  }
  if (aheadMs > 0) await sleep(aheadMs);
}
