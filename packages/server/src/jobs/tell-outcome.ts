import { type EffectOutcome, systemActor } from '@paidan/engine';
import type { Command } from '../host/commit-command.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';

type Told =
  | { readonly outcome: EffectOutcome; readonly final: boolean }
  | { readonly state: 'retrying' | 'unknown' | 'held'; readonly attempt: number; readonly nextAt: string };

/**
 * Outcome, resulting decision and the end of the job, in one transaction. The command id is that of the attempt: a
 * worker that wakes late finds it answered and changes nothing.
 */
export async function tellOutcome(
  { host, boss }: JobPorts,
  { stored, attempt, job }: EffectWork,
  told: Told,
  alongside?: Command['alongside'],
): Promise<void> {
  const { tenant, workOrderId, effect } = stored;
  const commandId = `${effect.id}#${attempt}`;
  const answer = await host.sendFrom({
    ...{ tenant, workOrderId, commandId, fingerprint: commandId, actor: systemActor, job },
    ...(alongside === undefined ? {} : { alongside }),
    event:
      'outcome' in told
        ? { kind: 'settled', effect: effect.id, ...told }
        : { kind: 'attempted', effect: effect.id, ...told },
  });
  const isTakenIn = (answer.kind === 'done' || answer.kind === 'refused') && !answer.replayed;
  // Somebody else told it before: nothing was committed here, so the job is put away by itself.
  if (!isTakenIn) await boss.complete(job.queue, job.id);
}
