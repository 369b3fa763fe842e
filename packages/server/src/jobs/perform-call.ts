import {
  type Attempted,
  afterOutcome,
  type DeliveryPorts,
  type DeliveryState,
  deliver,
  type NextStep,
  queryBack,
  readyOperation,
} from '@paidan/connectors';
import type { CallEffect, EffectOutcome } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import { keepNextAttempt, markRunning } from '../store/effects.ts';
import { openIncident } from '../store/incidents.ts';
import { outcomeTold } from './effect-outcome.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';
import { tellOutcome } from './tell-outcome.ts';

/** What the attempt before left: where the ladder stands, and whether the next one sends or asks. */
interface Kept {
  readonly state?: DeliveryState;
  readonly then: 'send' | 'ask';
}

/** Local functions answer like reads: asked again, they do no harm. */
const localDelivery = { mode: 'natural' } as const;

/** One attempt at a call, with no transaction open, then its outcome, the decision and the next attempt together. */
export async function performCall(
  ports: JobPorts,
  work: EffectWork & { readonly effect: CallEffect },
): Promise<void> {
  const { stored, effect, attempt } = work;
  const { tenant, workOrderId } = stored;
  const order = await ports.host.load(tenant, workOrderId);
  if (order === undefined) return;
  const outside = ports.outside(order.version, { tenant, workOrderId });
  const operation = readyOperation(outside.connections, effect.operation);
  const kept = keptOf(stored.delivery);
  const attempted = await attemptOnce(ports, outside, { ...work, kept });
  const { next, state } = afterOutcome({
    ...{ effectId: effect.id, delivery: operation?.delivery ?? localDelivery, retry: operation?.retry },
    ...{ state: kept.state, attempted, at: ports.now() },
  });
  await settle(ports, { work, attempt, attempted, next, state });
}

/** A worker that died in the call left the mark "running" under this very attempt: nobody knows what became of it. */
async function attemptOnce(
  ports: JobPorts,
  outside: DeliveryPorts,
  { stored, effect, attempt, kept }: EffectWork & { readonly effect: CallEffect; readonly kept: Kept },
): Promise<Attempted> {
  const diedInCall = stored.status === 'running' && stored.attempt === attempt;
  const call = { id: effect.id, operation: effect.operation, request: effect.request };
  if (kept.then === 'ask') return { kind: 'asked', found: await queryBack(call, outside) };
  if (diedInCall) {
    return { kind: 'sent', outcome: { kind: 'unknown', reason: 'worker-died', sentAt: ports.now() } };
  }
  await markRunning(ports.kysely, effect.id, attempt);
  return { kind: 'sent', outcome: await deliver(call, outside) };
}

interface Settling {
  readonly work: EffectWork & { readonly effect: CallEffect };
  readonly attempt: number;
  readonly attempted: Attempted;
  readonly next: NextStep;
  readonly state: DeliveryState;
}

async function settle(ports: JobPorts, { work, attempt, attempted, next, state }: Settling): Promise<void> {
  switch (next.kind) {
    case 'settle':
      return tellOutcome(ports, work, { outcome: outcomeTold(attempted, next.raise, attempt), final: true });
    case 'incident': {
      const outcome = outcomeTold(attempted, next.raise ?? state.raised ?? 'failed', attempt);
      const cause = causeOf(work.effect, next.reason, outcome);
      // Not final: a person may still have it sent again, or say that it was done.
      return tellOutcome(ports, work, { outcome, final: false }, (transaction) =>
        openIncident(transaction, { ...incidentOf(work), cause, at: ports.now() }),
      );
    }
    default: {
      const delivery: JsonObject = { state: { ...state }, then: next.kind === 'ask' ? 'ask' : 'send' };
      const nextAttempt = { stored: work.stored, attempt: attempt + 1, delivery, dueAt: next.dueAt };
      const told =
        next.raise === undefined
          ? ({ state: next.kind === 'ask' ? 'unknown' : 'retrying', attempt, nextAt: next.dueAt } as const)
          : { outcome: { ...outcomeTold(attempted, next.raise, attempt), nextAt: next.dueAt }, final: false };
      return tellOutcome(ports, work, told, (transaction) =>
        keepNextAttempt(transaction, ports.boss, nextAttempt),
      );
    }
  }
}

function incidentOf({ stored, effect }: Settling['work']) {
  const { tenant, workOrderId } = stored;
  return { id: `delivery/${effect.id}`, tenant, workOrderId, effectId: effect.id, kind: 'delivery' };
}

function causeOf(effect: CallEffect, reason: string, outcome: EffectOutcome): JsonObject {
  const { code = '', message = '' } = outcome;
  return { operation: effect.operation, name: effect.name, reason, code, message };
}

function keptOf(delivery: unknown): Kept {
  return (delivery as Kept | undefined) ?? { then: 'send' };
}
