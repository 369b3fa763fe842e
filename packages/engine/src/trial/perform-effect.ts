import { systemActor } from '../decide/actor.ts';
import type { EffectOutcome } from '../decide/event.ts';
import type { Effect, StartChildEffect, StartLinkedEffect } from '../effects/effect.ts';
import { issue } from '../issue/issue.ts';
import { type MemoryHost, startIn, tell } from './memory-host.ts';
import { performCall } from './perform-call.ts';
import { planStep } from './plan-step.ts';

/** Carries out one effect as the server's worker does, the other systems played by their stand-ins. */
export function performEffect(host: MemoryHost, workOrderId: string, effect: Effect): void {
  switch (effect.kind) {
    case 'call':
      performCall(host, workOrderId, effect);
      return;
    case 'notify':
      settle(host, workOrderId, effect.id, { kind: 'succeeded', output: {} });
      return;
    case 'requestPlan':
      planStep(host, workOrderId, effect);
      return;
    case 'startChild':
    case 'startLinked':
      startOther(host, workOrderId, effect);
      return;
    case 'cancelChild': {
      const child = otherId(effect.startedBy);
      tell(host, child, { kind: 'cancelByParent', reason: effect.stepId, actor: systemActor });
      return;
    }
    case 'openTask':
    case 'closeTask':
      return;
  }
}

/** An effect the flow no longer waits for has nothing to settle. */
function settle(host: MemoryHost, workOrderId: string, effect: string, outcome: EffectOutcome): void {
  if (host.workOrders.get(workOrderId)?.snapshot.pending[effect] === undefined) return;
  tell(host, workOrderId, { kind: 'settled', effect, outcome, final: true, actor: systemActor });
}

function otherId(effectId: string): string {
  return `from-${effectId.replaceAll('/', '-')}`;
}

function startOther(
  host: MemoryHost,
  workOrderId: string,
  effect: StartChildEffect | StartLinkedEffect,
): void {
  const compiled = host.versions.get(effect.workflow);
  const parent = host.workOrders.get(workOrderId)?.snapshot;
  if (compiled === undefined || parent === undefined) {
    host.issues.push(issue('trial/unknown-workflow', '', { workflow: effect.workflow }));
    settle(host, workOrderId, effect.id, { kind: 'failed', code: 'unknown-workflow' });
    return;
  }
  const id = otherId(effect.id);
  const begun = [...host.workOrders.values()].filter(({ snapshot }) => snapshot.origin !== undefined).length;
  const decision = startIn(host, compiled, {
    workOrderId: id,
    number: `${parent.number}-${begun + 1}`,
    actor: systemActor,
    record: effect.input,
    origin:
      effect.kind === 'startChild'
        ? { kind: 'child', workOrderId, as: effect.stepId }
        : { kind: 'linked', workOrderId, as: effect.link },
  });
  const outcome: EffectOutcome =
    decision.kind === 'moved'
      ? { kind: 'succeeded', receipt: id, output: { workOrderId: id } }
      : { kind: 'failed', code: decision.issues[0]?.code ?? 'refused' };
  settle(host, workOrderId, effect.id, outcome);
}
