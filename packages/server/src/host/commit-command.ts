import type { Decision, WorkOrderEvent } from '@paidan/engine';
import type { Json } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely, Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { commitBatch } from '../store/commit.ts';
import type {
  CommitInput,
  CommitOutcome,
  FinishedJob,
  LoadedWorkOrder,
  Standing,
  StartEvent,
} from '../store/commit-input.ts';
import { type FormerAnswer, findFormerAnswer } from '../store/inbox.ts';
import type { Tables } from '../store/tables.ts';
import { inOneTransaction } from '../store/transaction.ts';
import { loadWorkOrder, lockWorkOrder } from '../store/work-orders.ts';
import type { GroupCommit } from './group-commit.ts';
import type { SnapshotCache } from './snapshot-cache.ts';

/** What came of a decision, before it is written. */
export interface Decided {
  readonly at: Instant;
  readonly decision: Decision;
  readonly answer: Json;
  /** Absent when refused. */
  readonly standing?: Standing;
}

/** One request to one work order. `decide` is pure: it is asked again when somebody else was faster. */
export interface Command {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly event: WorkOrderEvent | StartEvent;
  readonly receivedAt: Instant;
  readonly job?: FinishedJob;
  readonly alongside?: (transaction: Transaction<Tables>, decision: Decision) => Promise<void>;
  /**
   * `undefined` for a work order that is not there: refuse it, or start it. Returns `undefined` to do
   * nothing at all.
   */
  readonly decide: (before: LoadedWorkOrder | undefined) => Decided | undefined;
}

export type CommandResult =
  | {
      readonly kind: 'committed';
      readonly decided: Decided;
      readonly before?: LoadedWorkOrder;
      readonly after?: LoadedWorkOrder;
    }
  | { readonly kind: 'repeated'; readonly former: FormerAnswer }
  /** The id was used for a different request. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'nothing' };

export interface CommitPorts {
  readonly kysely: Kysely<Tables>;
  readonly boss: PgBoss;
  readonly groupCommit: GroupCommit;
  readonly cache: SnapshotCache;
}

const racesBeforeLock = 2;

/**
 * Decides and commits one command, exactly once however often it is sent. A loser of a race reads and
 * decides again;
 * after two losses it takes the row's lock, so that nobody starves.
 */
export function commitCommand(ports: CommitPorts, command: Command): Promise<CommandResult> {
  return ports.cache.inTurn(command.workOrderId, () => race(ports, command));
}

async function race(ports: CommitPorts, command: Command): Promise<CommandResult> {
  for (let attempt = 0; attempt < racesBeforeLock; attempt += 1) {
    const before = ports.cache.get(command.tenant, command.workOrderId) ?? (await read(ports, command));
    const decided = command.decide(before);
    if (decided === undefined) return { kind: 'nothing' };
    const outcome = await ports.groupCommit.submit(toInput(command, before, decided));
    if (outcome.kind === 'committed') return keep(ports, command, { before, decided, outcome });
    ports.cache.forget(command.workOrderId);
    const former = await findFormerAnswer(ports.kysely, command);
    if (former !== undefined) return known(command, former);
  }
  return decideLocked(ports, command);
}

async function decideLocked(ports: CommitPorts, command: Command): Promise<CommandResult> {
  const result = await inOneTransaction(ports.kysely, async (transaction) => {
    const before = await lockWorkOrder(transaction, command);
    const former = await findFormerAnswer(transaction, command);
    if (former !== undefined) return known(command, former);
    const decided = command.decide(before);
    if (decided === undefined) return { kind: 'nothing' } as const;
    const [outcome] = await commitBatch(transaction, ports.boss, [toInput(command, before, decided)]);
    return outcome?.kind === 'committed' ? { before, decided, outcome } : undefined;
  });
  // Only a start can lose under the lock: there was no row to lock, and another start has made it.
  if (result === undefined) return race(ports, command);
  return 'kind' in result ? result : keep(ports, command, result);
}

interface Written {
  readonly before: LoadedWorkOrder | undefined;
  readonly decided: Decided;
  readonly outcome: CommitOutcome & { readonly kind: 'committed' };
}

function keep(ports: CommitPorts, command: Command, { before, decided, outcome }: Written): CommandResult {
  if (outcome.after === undefined) return { kind: 'committed', decided };
  ports.cache.put(command.workOrderId, outcome.after);
  const former = before === undefined ? {} : { before };
  return { kind: 'committed', decided, ...former, after: outcome.after };
}

async function read(ports: CommitPorts, command: Command): Promise<LoadedWorkOrder | undefined> {
  const before = await loadWorkOrder(ports.kysely, command);
  if (before !== undefined) ports.cache.put(command.workOrderId, before);
  return before;
}

function known(command: Command, former: FormerAnswer): CommandResult {
  return former.fingerprint === command.fingerprint ? { kind: 'repeated', former } : { kind: 'reused' };
}

function toInput(command: Command, before: LoadedWorkOrder | undefined, decided: Decided): CommitInput {
  const { decide: _decide, ...request } = command;
  return { ...request, ...decided, ...(before === undefined ? {} : { before }) };
}
