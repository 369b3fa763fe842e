import type { DeliveryPorts } from '@paidan/connectors';
import { activeSteps, dueEvents, systemActor } from '@paidan/engine';
import { startWakeLoop, type WakeLoop } from '../schedule/wake-loop.ts';
import { loadWorkOrder } from '../store/work-orders.ts';
import { answerOf } from './answer.ts';
import { checkStart } from './check-start.ts';
import { type CommandResult, commitCommand } from './commit-command.ts';
import type { Answer, Host, Moved, Version } from './host.ts';
import { askOperation } from './lookups/ask-operation.ts';
import { lookUp } from './lookups/look-up.ts';
import { type Sent, send } from './send-event.ts';
import { type Start, start } from './start-work-order.ts';
import { type RoomPorts, requireVersion, type Workroom } from './workroom.ts';

/** How an effect or a lookup of a version reaches the outside, for one tenant and maybe one work order. */
export type OutsidePorts = (
  version: Version,
  asker: { readonly tenant: string; readonly workOrderId?: string },
) => DeliveryPorts;

export interface HostPorts extends RoomPorts {
  readonly outside: OutsidePorts;
  readonly onError: (error: unknown) => void;
  /** On a virtual clock nothing comes by itself. */
  readonly virtual?: boolean;
}

/** A host with what its own workers need beside the door. */
export interface RunningHost extends Host {
  /** An event of a worker: the job it finishes and its further writes are part of the same transaction. */
  readonly sendFrom: (sent: Sent) => Promise<Answer>;
  /** A start of a worker, under an id of its own. */
  readonly startFrom: (request: Start) => Promise<Answer>;
  readonly wakes: WakeLoop;
}

export function createHost(ports: HostPorts): RunningHost {
  const listeners = new Set<(moved: Moved) => void>();
  const room: Workroom = {
    ports,
    now: () => ports.origin.now(),
    run: async (command) => {
      const result = await commitCommand(ports, command);
      announce(result, (moved) => {
        wakes.arm(moved.nextDueAt);
        for (const listener of listeners) listener(moved);
      });
      return answerOf(result);
    },
    ask: (version, asker) => askOperation(ports.outside(version, asker), () => ports.origin.newId()),
  };
  const wakes = wakesOf(room, ports);
  return {
    publish: ports.versions.publish,
    version: ports.versions.current,
    versionByHash: ports.versions.byHash,
    start: (request, command) => start(room, { ...request, ...command }),
    send: (workOrderId, event, actor, command) => send(room, { ...command, workOrderId, event, actor }),
    sendFrom: (sent) => send(room, sent),
    startFrom: (request) => start(room, request),
    load: async (tenant, workOrderId) => {
      const loaded = await loadWorkOrder(ports.kysely, { tenant, workOrderId });
      return loaded && { tenant, snapshot: loaded.snapshot, version: await requireVersion(room, loaded) };
    },
    lookup: (request) => lookUp(room, request),
    check: (request, tenant) => checkStart(room, request, tenant),
    onMoved: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: room.now,
    wakes,
  };
}

function wakesOf(room: Workroom, { kysely, boss, onError, virtual }: HostPorts): WakeLoop {
  return startWakeLoop({
    ...{ kysely, boss, onError, now: room.now },
    ...(virtual === undefined ? {} : { virtual }),
    dueEvents: async ({ snapshot }, at) =>
      dueEvents(snapshot, at).map((event) => ({
        commandId: `${event.kind === 'timerDue' ? event.timer : `clock/${event.clock}/${event.rung}`}:${event.token}`,
        event: { ...event, actor: systemActor },
      })),
    fire: async ({ tenant, snapshot }, { commandId, event }) => {
      const { workOrderId } = snapshot;
      await send(room, { tenant, workOrderId, commandId, fingerprint: commandId, event, actor: systemActor });
    },
  });
}

type Announced = Moved & { readonly nextDueAt: string | undefined };

function announce(result: CommandResult, tell: (moved: Announced) => void): void {
  if (result.kind !== 'committed' || result.after === undefined) return;
  const { snapshot, tenant, nextDueAt } = result.after;
  const { workOrderId, number, seq, at, workflow } = snapshot;
  tell({
    ...{ tenant, workOrderId, number, seq, at, workflowId: workflow.id, nextDueAt },
    from: result.before === undefined ? [] : activeSteps(result.before.snapshot.configuration),
    to: activeSteps(snapshot.configuration),
  });
}
