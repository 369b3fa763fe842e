import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkOrderEvent } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import { type CommitPorts, commitCommand, type Decided } from '../host/commit-command.ts';
import type { LoadedWorkOrder } from '../store/commit-input.ts';
import type { WakeJob } from '../store/commit-jobs.ts';
import { loadWorkOrder } from '../store/work-orders.ts';

/**
 * An event whose instant has come. The command id is that of the timer's incarnation, so that each fires
 * once.
 */
export interface DueEvent {
  readonly commandId: string;
  readonly event: WorkOrderEvent;
}

export interface WakePorts extends CommitPorts {
  readonly now: () => Instant;
  /** What is due in a work order at an instant, oldest first. */
  readonly dueEvents: (loaded: LoadedWorkOrder, at: Instant) => Promise<readonly DueEvent[]>;
  readonly decide: (loaded: LoadedWorkOrder, event: WorkOrderEvent, at: Instant) => Decided;
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
    await fire(ports, loaded, next);
  }
}

async function fire(ports: WakePorts, { tenant, snapshot }: LoadedWorkOrder, due: DueEvent): Promise<void> {
  await commitCommand(ports, {
    tenant,
    workOrderId: snapshot.workOrderId,
    commandId: due.commandId,
    fingerprint: due.commandId,
    event: due.event,
    receivedAt: ports.now(),
    decide: (before) => before && ports.decide(before, due.event, ports.now()),
  });
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
