import type { Effect, EffectOutcome, MovedDecision, Snapshot, Task } from '@paidan/engine';
import { chainHash, emptyHead, type StoredRow } from '../journal/chain.ts';
import type { CommitInput, LoadedWorkOrder } from './commit-input.ts';

/** A moved decision with the journal row that will be chained for it. */
export interface MovedRow {
  readonly input: CommitInput;
  readonly snapshot: Snapshot;
  readonly journal: StoredRow;
}

export interface EffectRow {
  readonly workOrderId: string;
  readonly tenant: string;
  readonly seq: number;
  readonly at: string;
  readonly effect: Effect;
}

/** How an effect stands after an outcome or an attempt was heard. */
export interface EffectChange {
  readonly workOrderId: string;
  readonly id: string;
  readonly status: 'waiting' | 'settled' | 'held';
  readonly attempt: number | null;
  readonly nextAt: string | null;
  readonly outcome: EffectOutcome | null;
  readonly at: string;
}

export interface TaskRow {
  readonly workOrderId: string;
  readonly tenant: string;
  readonly task: Task;
}

export interface ClosedTask {
  readonly workOrderId: string;
  readonly id: string;
  readonly at: string;
}

export function movedRow(input: CommitInput, decision: MovedDecision): MovedRow {
  const { snapshot, entries } = decision;
  const { actor, ...event } = input.event;
  const row = {
    work_order_id: input.workOrderId,
    seq: snapshot.seq,
    command_id: input.commandId,
    workflow_hash: snapshot.workflow.hash,
    event: JSON.stringify(event),
    actor: JSON.stringify(actor),
    at: snapshot.at,
    received_at: input.receivedAt,
    entries: JSON.stringify(entries),
  };
  const previous_hash = input.before?.journalHead ?? emptyHead;
  return { input, snapshot, journal: { ...row, previous_hash, hash: chainHash(previous_hash, row) } };
}

/** Effects that a worker performs; opened and closed tasks show in the snapshot itself. */
export function effectRows(input: CommitInput, decision: MovedDecision): readonly EffectRow[] {
  const { workOrderId, tenant } = input;
  const { seq, at } = decision.snapshot;
  return decision.effects
    .filter((effect) => effect.kind !== 'openTask' && effect.kind !== 'closeTask')
    .map((effect) => ({ workOrderId, tenant, seq, at, effect }));
}

export function effectChanges({ workOrderId, event, at }: CommitInput): readonly EffectChange[] {
  if (event.kind === 'settled') {
    const { outcome, effect: id } = event;
    const status = event.final ? 'settled' : 'waiting';
    const { attempt = null, nextAt = null } = outcome;
    return [{ workOrderId, id, status, attempt, nextAt, outcome, at }];
  }
  if (event.kind === 'attempted') {
    const status = event.state === 'held' ? 'held' : 'waiting';
    const { attempt, nextAt = null, effect: id } = event;
    return [{ workOrderId, id, status, attempt, nextAt, outcome: null, at }];
  }
  return [];
}

/** Tasks that are new or read differently than before. */
export function taskRows(input: CommitInput, snapshot: Snapshot): readonly TaskRow[] {
  const before = input.before?.snapshot.tasks ?? {};
  return Object.values(snapshot.tasks)
    .filter((task) => !isSameTask(before[task.id], task))
    .map((task) => ({ workOrderId: input.workOrderId, tenant: input.tenant, task }));
}

export function closedTasks(input: CommitInput, snapshot: Snapshot): readonly ClosedTask[] {
  return Object.keys(input.before?.snapshot.tasks ?? {})
    .filter((id) => snapshot.tasks[id] === undefined)
    .map((id) => ({ workOrderId: input.workOrderId, id, at: snapshot.at }));
}

/** Who may claim a task, as it is searched: ids of persons, and `role:<id>`. */
export function candidatesOf(candidates: Task['candidates']): readonly string[] {
  return [...candidates.persons, ...candidates.roles.map((role) => `role:${role}`)];
}

/** What stands in the database once this decision is committed. */
export function loadedAfter({ input, snapshot, journal }: MovedRow): LoadedWorkOrder {
  const nextDueAt = input.standing?.nextDueAt;
  const due = nextDueAt === undefined ? {} : { nextDueAt };
  return { tenant: input.tenant, snapshot, journalHead: journal.hash, ...due };
}

function isSameTask(before: Task | undefined, task: Task): boolean {
  return before === task || (before !== undefined && JSON.stringify(before) === JSON.stringify(task));
}
