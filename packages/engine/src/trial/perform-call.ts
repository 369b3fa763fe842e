import { systemActor } from '../decide/actor.ts';
import type { EffectOutcome } from '../decide/event.ts';
import type { CallEffect } from '../effects/effect.ts';
import { addMs } from '../time/instant.ts';
import { enterAppointment } from './agenda.ts';
import { type Attempted, type DeliveryState, type NextStep, oneAttempt } from './delivery-table.ts';
import { type MemoryHost, tell } from './memory-host.ts';
import { askOutside, callOutside, operationOf } from './outside.ts';

/** Where the ladder of one call stands. */
interface Kept {
  readonly state?: DeliveryState;
  readonly then: 'send' | 'ask';
  readonly attempt: number;
}

export function performCall(host: MemoryHost, workOrderId: string, effect: CallEffect): void {
  attempt(host, workOrderId, effect, { then: 'send', attempt: 1 });
}

function attempt(host: MemoryHost, workOrderId: string, effect: CallEffect, kept: Kept): void {
  const workflow = host.workOrders.get(workOrderId)?.compiled.workflow;
  if (workflow === undefined) return;
  const call = { id: effect.id, operation: effect.operation, request: effect.request };
  if (kept.then === 'ask') {
    follow(host, workOrderId, effect, {
      kept,
      attempted: { kind: 'asked', found: askOutside(host.outside, call) },
    });
    return;
  }
  const { outcome, slowMs, twice } = callOutside(host.outside, workflow, call, host.at);
  const answer = () => follow(host, workOrderId, effect, { kept, attempted: { kind: 'sent', outcome } });
  for (const _ of twice ? [1, 2] : [1]) {
    if (slowMs === 0) answer();
    else enterAppointment(host.agenda, addMs(host.at, slowMs), answer);
  }
}

interface Following {
  readonly kept: Kept;
  readonly attempted: Attempted;
}

/** The same three ways on as the server's: settled, over with an incident, or another attempt later. */
function follow(host: MemoryHost, workOrderId: string, effect: CallEffect, following: Following): void {
  const { kept, attempted } = following;
  const workflow = host.workOrders.get(workOrderId)?.compiled.workflow;
  const operation = workflow && operationOf(workflow, effect.operation);
  const { next, state } = (host.world.delivery ?? oneAttempt)({
    effectId: effect.id,
    delivery: operation?.delivery ?? { mode: 'natural' },
    retry: operation?.retry,
    state: kept.state,
    attempted,
    at: host.at,
  });
  const { attempt: count } = kept;
  const settled = (outcome: EffectOutcome, final: boolean) =>
    tell(host, workOrderId, { kind: 'settled', effect: effect.id, outcome, final, actor: systemActor });
  if (next.kind === 'settle') {
    settled(outcomeTold(attempted, next.raise, count), true);
    return;
  }
  if (next.kind === 'incident') {
    settled(outcomeTold(attempted, next.raise ?? state.raised ?? 'failed', count), true);
    return;
  }
  if (next.raise === undefined) tellAttempt(host, workOrderId, effect, { next, attempt: count });
  else settled({ ...outcomeTold(attempted, next.raise, count), nextAt: next.dueAt }, false);
  const then = next.kind === 'ask' ? 'ask' : 'send';
  enterAppointment(host.agenda, next.dueAt, () =>
    attempt(host, workOrderId, effect, { state, then, attempt: count + 1 }),
  );
}

type Waiting = Extract<NextStep, { readonly dueAt: string }>;

function tellAttempt(
  host: MemoryHost,
  workOrderId: string,
  effect: CallEffect,
  { next, attempt: count }: { readonly next: Waiting; readonly attempt: number },
): void {
  tell(host, workOrderId, {
    kind: 'attempted',
    effect: effect.id,
    state: next.kind === 'ask' ? 'unknown' : 'retrying',
    attempt: count,
    nextAt: next.dueAt,
    actor: systemActor,
  });
}

function outcomeTold(attempted: Attempted, kind: EffectOutcome['kind'], attempt: number): EffectOutcome {
  if (attempted.kind === 'asked') {
    const { found } = attempted;
    if (found.kind !== 'same') return { kind, code: `found/${found.kind}`, attempt };
    return { kind: 'succeeded', output: found.outcome.output, attempt };
  }
  const { outcome } = attempted;
  switch (outcome.kind) {
    case 'succeeded': {
      const receipt = outcome.receipt === undefined ? {} : { receipt: outcome.receipt };
      return { kind: 'succeeded', output: outcome.output, attempt, ...receipt };
    }
    case 'refused':
      return { kind, code: outcome.code, message: outcome.message, attempt };
    default:
      return { kind, code: outcome.reason, attempt };
  }
}
