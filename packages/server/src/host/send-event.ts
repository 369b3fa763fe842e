import { type Actor, decide, type WorkOrderEvent } from '@paidan/engine';
import type { LoadedWorkOrder } from '../store/commit-input.ts';
import { loadWorkOrder } from '../store/work-orders.ts';
import { tellParent } from './alongside.ts';
import { decided } from './answer.ts';
import { keepAssignments } from './assign/keep-assignments.ts';
import type { Command } from './commit-command.ts';
import type { Answer, CommandId, EventWithoutEnvelope, Version } from './host.ts';
import { placeOf, withLookups } from './submission.ts';
import { requireVersion, type Workroom } from './workroom.ts';

/** One event to one work order; a worker adds the job it finishes and what it writes beside it. */
export type Sent = CommandId &
  Pick<Command, 'job' | 'alongside'> & {
    readonly workOrderId: string;
    readonly event: EventWithoutEnvelope;
    readonly actor: Actor;
  };

/** Load, look up, decide, commit. The answer says what the decision was, not that it was heard. */
export async function send(room: Workroom, sent: Sent): Promise<Answer> {
  const { tenant, workOrderId, commandId, fingerprint, job, alongside } = sent;
  const receivedAt = room.now();
  const loaded = await loadWorkOrder(room.ports.kysely, { tenant, workOrderId });
  if (loaded === undefined) return { kind: 'unknown-work-order' };
  const version = await requireVersion(room, loaded);
  const event = await completed(room, { version, loaded, sent });
  return room.run({
    ...{ tenant, workOrderId, commandId, fingerprint, receivedAt, event },
    ...(job === undefined ? {} : { job }),
    decide: (before) => {
      if (before === undefined) return undefined;
      const at = room.now();
      return decided(version, decide(version.compiled, before.snapshot, event, at), at);
    },
    alongside: async (transaction, decision) => {
      await alongside?.(transaction, decision);
      await keepAssignments(transaction, room.ports.boss, {
        tenant,
        version,
        decision,
        actorId: sent.actor.id,
      });
      if (decision.kind === 'moved') {
        await tellParent(transaction, room.ports.boss, { tenant, snapshot: decision.snapshot });
      }
    },
  });
}

interface Completing {
  readonly version: Version;
  readonly loaded: LoadedWorkOrder;
  readonly sent: Sent;
}

/** The event with its sender, and with the server's own lookups where it carries answers. */
async function completed(room: Workroom, { version, loaded, sent }: Completing): Promise<WorkOrderEvent> {
  const { actor, commandId, event } = sent;
  const place = event.kind === 'submit' ? placeOf(version, event) : undefined;
  if (event.kind !== 'submit' || place === undefined) return { ...event, actor, commandId };
  const { snapshot, tenant } = loaded;
  const ask = room.ask(version, { tenant, workOrderId: snapshot.workOrderId });
  const answers = await withLookups({ version, place, answers: event, actor, at: room.now(), ask, snapshot });
  return { ...event, ...answers, actor, commandId };
}
