import type { Actor, EffectOutcome } from '@paidan/engine';
import { keepNextAttempt, readEffect } from '../store/effects.ts';
import { closeIncident, findIncident } from '../store/incidents.ts';
import { inOneTransaction } from '../store/transaction.ts';
import type { CommitPorts } from './commit-command.ts';
import type { RunningHost } from './create-host.ts';

/** What a person decides about an incident: send again, take it as done, or leave it. */
export interface Settlement {
  readonly tenant: string;
  readonly incidentId: string;
  readonly act: 'retry' | 'succeeded' | 'skip';
  readonly reason: string;
  readonly by: Actor;
  readonly commandId: string;
}

export type Settled = 'settled' | 'unknown' | 'already-settled';

/** Settles an incident of a call. A retry keeps the effect's id, so the other side can still tell it is the same. */
export async function settleIncident(
  ports: Pick<CommitPorts, 'kysely' | 'boss'> & { readonly host: RunningHost },
  settlement: Settlement,
): Promise<Settled> {
  const { kysely, boss, host } = ports;
  const incident = await findIncident(kysely, settlement);
  if (incident === undefined) return 'unknown';
  if (incident.status === 'settled') return 'already-settled';
  const stored = incident.effectId === undefined ? undefined : await readEffect(kysely, incident.effectId);
  const close = { ...settlement, at: host.now(), by: settlement.by.id };
  if (stored === undefined || stored.effect.kind !== 'call') {
    await closeIncident(kysely, close);
    return 'settled';
  }
  if (settlement.act === 'retry') {
    await inOneTransaction(kysely, async (transaction) => {
      const next = { stored, attempt: stored.attempt + 1, delivery: { then: 'send' }, dueAt: close.at };
      await keepNextAttempt(transaction, boss, next);
      await closeIncident(transaction, close);
    });
    return 'settled';
  }
  const kind = settlement.act === 'succeeded' ? 'succeeded' : 'failed';
  const outcome: EffectOutcome = { kind, code: `by-hand/${settlement.act}`, message: settlement.reason };
  await host.sendFrom({
    ...{ tenant: settlement.tenant, workOrderId: stored.workOrderId, commandId: settlement.commandId },
    ...{ fingerprint: settlement.commandId, actor: settlement.by },
    event: { kind: 'settled', effect: stored.effect.id, outcome, final: true },
    alongside: (transaction) => closeIncident(transaction, close),
  });
  return 'settled';
}
