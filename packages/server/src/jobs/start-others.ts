import {
  type CancelChildEffect,
  type EffectOutcome,
  type StartChildEffect,
  type StartLinkedEffect,
  systemActor,
} from '@paidan/engine';
import type { ChildEndedJob } from '../host/alongside.ts';
import type { FinishedJob } from '../store/commit-input.ts';
import { childWorkOrderId } from '../store/linked-id.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';
import { tellOutcome } from './tell-outcome.ts';

/** Starts a child or a linked work order. Repeated after a crash it is the same start, by the effect's id. */
export async function startOther(
  ports: JobPorts,
  work: EffectWork & { readonly effect: StartChildEffect | StartLinkedEffect },
): Promise<void> {
  const { effect, stored, attempt } = work;
  const { tenant, workOrderId } = stored;
  const id = childWorkOrderId(effect.id);
  const answer = await ports.host.startFrom({
    ...{ tenant, workOrderId: id, commandId: effect.id, fingerprint: effect.id, actor: systemActor },
    ...{ workflowId: effect.workflow, record: effect.input },
    origin:
      effect.kind === 'startChild'
        ? { kind: 'child', workOrderId, as: effect.stepId }
        : { kind: 'linked', workOrderId, as: effect.link },
  });
  const outcome: EffectOutcome =
    answer.kind === 'done'
      ? { kind: 'succeeded', receipt: id, output: { workOrderId: id }, attempt }
      : {
          kind: 'failed',
          code: answer.kind === 'refused' ? (answer.issues[0]?.code ?? 'refused') : answer.kind,
          attempt,
        };
  await tellOutcome(ports, work, { outcome, final: true });
}

/** The parent has left: the child is cancelled, unless it has ended by itself. */
export async function cancelChild(
  { host, boss }: JobPorts,
  { effect, stored, job }: EffectWork & { readonly effect: CancelChildEffect },
): Promise<void> {
  const workOrderId = childWorkOrderId(effect.startedBy);
  await host.sendFrom({
    ...{ tenant: stored.tenant, workOrderId, commandId: effect.id, fingerprint: effect.id },
    ...{ actor: systemActor, event: { kind: 'cancelByParent', reason: effect.stepId } },
  });
  await boss.complete(job.queue, job.id);
}

/** Tells a parent that its child has ended. */
export async function tellParentOfEnd(
  { host }: JobPorts,
  ended: ChildEndedJob,
  job: FinishedJob,
): Promise<void> {
  const { tenant, parentId, childId, outcome, record } = ended;
  const commandId = `ended:${childId}`;
  await host.sendFrom({
    ...{ tenant, workOrderId: parentId, commandId, fingerprint: commandId, actor: systemActor, job },
    event: { kind: 'childEnded', child: childId, outcome, record },
  });
}
