import { type Snapshot, systemActor } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import type { Proposal } from '@paidan/engine/routing';
import type { FinishedJob } from '../../store/commit-input.ts';
import { keepDecision } from '../../store/decisions.ts';
import { takePlaces } from '../../store/workloads.ts';
import type { RunningHost } from '../create-host.ts';
import type { Answer } from '../host.ts';
import type { RoutingFacts } from '../routing-facts.ts';

export interface Applying {
  readonly tenant: string;
  /** What the proposal was made on. */
  readonly snapshot: Snapshot;
  readonly facts: RoutingFacts;
  readonly proposal: Proposal;
  readonly commandId: string;
  /** Completed with the decision. */
  readonly job?: FinishedJob;
}

/** `outdated`: the work order or one of the people has changed since; nothing was written, plan again. */
export type Applied = Answer | { readonly kind: 'outdated' };

/**
 * Sends a proposal's event. In one transaction: the event, the record it was decided from, and a place with each person,
 * which is given only if nothing about their work has changed since the facts were read.
 */
export async function applyProposal(host: RunningHost, applying: Applying): Promise<Applied> {
  const { tenant, snapshot, facts, proposal, commandId, job } = applying;
  const { event, record, hash } = proposal;
  if (event === undefined) return { kind: 'outdated' };
  try {
    return await host.sendFrom({
      ...{ tenant, workOrderId: snapshot.workOrderId, commandId, fingerprint: commandId },
      ...{ event, actor: systemActor },
      ...(job === undefined ? {} : { job }),
      alongside: async (transaction, decision) => {
        if (decision.kind === 'refused') return;
        if (decision.snapshot.seq !== snapshot.seq + 1) throw outdated();
        const isTaken = await takePlaces(transaction, tenant, facts.seen(peopleIn(event)));
        if (!isTaken) throw outdated();
        await keepDecision(transaction, { tenant, hash, kind: 'routing-input', body: record, at: record.at });
      },
    });
  } catch (error) {
    if (error instanceof WorkflowFault && error.code === outdatedCode) return { kind: 'outdated' };
    throw error;
  }
}

const outdatedCode = 'routing/plan-outdated';

// Thrown inside the transaction, so that nothing of this decision is written.
function outdated(): WorkflowFault {
  return new WorkflowFault(outdatedCode, 'the plan was made on facts that have changed since', 'retry');
}

function peopleIn(event: NonNullable<Proposal['event']>): readonly string[] {
  if (event.kind === 'assigned') return [event.assignee.id];
  return event.kind === 'offered' ? Object.values(event.offers).map(({ assignee }) => assignee.id) : [];
}
