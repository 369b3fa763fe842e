import type { Snapshot, Task } from '@paidan/engine';
import type { CommitInput, Standing } from './commit-input.ts';
import { candidatesOf, type EffectRow, type MovedRow } from './commit-rows.ts';
import { prepared } from './prepared.ts';
import { rowSet } from './row-set.ts';

/** A work order with all of its past, at the place where it stands now. */
export interface PastRow {
  readonly workOrderId: string;
  readonly tenant: string;
  readonly snapshot: Snapshot;
  readonly standing: Standing | undefined;
  readonly endedAt: string | null;
  readonly journalHead: string;
}

/** An effect of the past; `asked` where the work order still waits for it. */
export interface PastEffect extends EffectRow {
  readonly status: 'asked' | 'settled';
}

export interface PastTask {
  readonly workOrderId: string;
  readonly tenant: string;
  readonly task: Task;
}

export interface PastRows {
  readonly workOrders: readonly PastRow[];
  readonly journal: readonly MovedRow[];
  readonly inbox: readonly CommitInput[];
  readonly effects: readonly PastEffect[];
  readonly tasks: readonly PastTask[];
}

const workOrders = rowSet<PastRow>([
  { name: 'id', type: 'text', read: (row) => row.workOrderId },
  { name: 'tenant', type: 'text', read: (row) => row.tenant },
  { name: 'number', type: 'text', read: ({ snapshot }) => snapshot.number },
  { name: 'workflow_id', type: 'text', read: ({ snapshot }) => snapshot.workflow.id },
  { name: 'workflow_hash', type: 'text', read: ({ snapshot }) => snapshot.workflow.hash },
  { name: 'seq', type: 'integer', read: ({ snapshot }) => snapshot.seq },
  { name: 'status', type: 'text', read: ({ snapshot }) => snapshot.status },
  { name: 'stage', type: 'text', read: ({ standing }) => standing?.stage ?? null },
  { name: 'steps', type: 'text', read: ({ standing }) => JSON.stringify(standing?.steps ?? []) },
  { name: 'assignees', type: 'text', read: ({ snapshot }) => JSON.stringify(snapshot.assignees) },
  { name: 'next_due_at', type: 'timestamptz', read: ({ standing }) => standing?.nextDueAt ?? null },
  { name: 'created_at', type: 'timestamptz', read: ({ snapshot }) => snapshot.createdAt },
  { name: 'updated_at', type: 'timestamptz', read: ({ snapshot }) => snapshot.at },
  { name: 'ended_at', type: 'timestamptz', read: (row) => row.endedAt },
  { name: 'record', type: 'text', read: ({ snapshot }) => JSON.stringify(snapshot.record) },
  {
    name: 'snapshot',
    type: 'text',
    read: ({ snapshot }) => JSON.stringify({ ...snapshot, record: undefined }),
  },
  { name: 'journal_head', type: 'text', read: (row) => row.journalHead },
]);

const journal = rowSet<MovedRow>([
  { name: 'id', type: 'text', read: ({ input }) => input.workOrderId },
  { name: 'seq', type: 'integer', read: (row) => row.journal.seq },
  { name: 'tenant', type: 'text', read: ({ input }) => input.tenant },
  { name: 'command_id', type: 'text', read: (row) => row.journal.command_id },
  { name: 'workflow_hash', type: 'text', read: (row) => row.journal.workflow_hash },
  { name: 'event', type: 'text', read: (row) => row.journal.event },
  { name: 'actor', type: 'text', read: (row) => row.journal.actor },
  { name: 'at', type: 'timestamptz', read: (row) => row.journal.at },
  { name: 'received_at', type: 'timestamptz', read: (row) => row.journal.received_at },
  { name: 'entries', type: 'text', read: (row) => row.journal.entries },
  { name: 'previous_hash', type: 'text', read: (row) => row.journal.previous_hash },
  { name: 'hash', type: 'text', read: (row) => row.journal.hash },
]);

const inbox = rowSet<CommitInput>([
  { name: 'id', type: 'text', read: (input) => input.workOrderId },
  { name: 'command_id', type: 'text', read: (input) => input.commandId },
  { name: 'tenant', type: 'text', read: (input) => input.tenant },
  { name: 'fingerprint', type: 'text', read: (input) => input.fingerprint },
  { name: 'answer', type: 'text', read: (input) => JSON.stringify(input.answer) },
  {
    name: 'seq',
    type: 'integer',
    read: ({ decision }) => (decision.kind === 'moved' ? decision.snapshot.seq : null),
  },
  { name: 'at', type: 'timestamptz', read: (input) => input.at },
]);

const effects = rowSet<PastEffect>([
  { name: 'work_order_id', type: 'text', read: (row) => row.workOrderId },
  { name: 'id', type: 'text', read: ({ effect }) => effect.id },
  { name: 'tenant', type: 'text', read: (row) => row.tenant },
  { name: 'seq', type: 'integer', read: (row) => row.seq },
  { name: 'kind', type: 'text', read: ({ effect }) => effect.kind },
  {
    name: 'operation',
    type: 'text',
    read: ({ effect }) => (effect.kind === 'call' ? effect.operation : null),
  },
  {
    name: 'order_key',
    type: 'text',
    read: ({ effect }) => (effect.kind === 'call' ? effect.orderKey : null),
  },
  { name: 'effect', type: 'text', read: ({ effect }) => JSON.stringify(effect) },
  { name: 'status', type: 'text', read: (row) => row.status },
  { name: 'at', type: 'timestamptz', read: (row) => row.at },
]);

const tasks = rowSet<PastTask>([
  { name: 'work_order_id', type: 'text', read: (row) => row.workOrderId },
  { name: 'id', type: 'text', read: ({ task }) => task.id },
  { name: 'tenant', type: 'text', read: (row) => row.tenant },
  { name: 'step_id', type: 'text', read: ({ task }) => task.stepId },
  { name: 'candidates', type: 'text', read: ({ task }) => JSON.stringify(candidatesOf(task.candidates)) },
  { name: 'claimed_by', type: 'text', read: ({ task }) => task.claimedBy ?? null },
  { name: 'opened_at', type: 'timestamptz', read: ({ task }) => task.openedAt },
  { name: 'task', type: 'text', read: ({ task }) => JSON.stringify(task) },
]);

const firstJournal = 1 + workOrders.width;
const firstInbox = firstJournal + journal.width;
const firstEffect = firstInbox + inbox.width;
const firstTask = firstEffect + effects.width;

/**
 * Work orders with their whole past in one statement. One that exists already, or whose number another one bears, writes
 * nothing and is missing from the answer.
 */
export const importText = prepared(
  'import-history',
  `WITH m AS (
  INSERT INTO paidan.work_orders (id, tenant, number, workflow_id, workflow_hash, seq, status, stage, steps,
    assignees, next_due_at, created_at, updated_at, ended_at, record, snapshot, journal_head)
  SELECT id, tenant, number, workflow_id, workflow_hash, seq, status, stage,
    ARRAY(SELECT json_array_elements_text(steps::json)), assignees, next_due_at, created_at, updated_at,
    ended_at, record, snapshot, journal_head
  FROM ${workOrders.table('b', 1)}
  ON CONFLICT DO NOTHING
  RETURNING id),
j AS (
  INSERT INTO paidan.journal (work_order_id, seq, tenant, command_id, workflow_hash, event, actor, at,
    received_at, entries, previous_hash, hash)
  SELECT n.id, n.seq, n.tenant, n.command_id, n.workflow_hash, n.event, n.actor, n.at, n.received_at,
    n.entries, n.previous_hash, n.hash
  FROM ${journal.table('n', firstJournal)} JOIN m ON m.id = n.id),
i AS (
  INSERT INTO paidan.inbox (work_order_id, command_id, tenant, fingerprint, answer, seq, at)
  SELECT n.id, n.command_id, n.tenant, n.fingerprint, n.answer, n.seq, n.at
  FROM ${inbox.table('n', firstInbox)} JOIN m ON m.id = n.id
  ON CONFLICT DO NOTHING),
e AS (
  INSERT INTO paidan.effects (id, work_order_id, tenant, seq, kind, operation, order_key, effect, status,
    attempt, outcome, asked_at, settled_at)
  SELECT n.id, n.work_order_id, n.tenant, n.seq, n.kind, n.operation, n.order_key, n.effect, n.status, 0,
    CASE n.status WHEN 'settled' THEN '{"kind":"history"}' END, n.at,
    CASE n.status WHEN 'settled' THEN n.at END
  FROM ${effects.table('n', firstEffect)} JOIN m ON m.id = n.work_order_id),
t AS (
  INSERT INTO paidan.tasks (id, work_order_id, tenant, step_id, status, candidates, claimed_by, opened_at,
    task)
  SELECT n.id, n.work_order_id, n.tenant, n.step_id, 'open',
    ARRAY(SELECT json_array_elements_text(n.candidates::json)), n.claimed_by, n.opened_at, n.task
  FROM ${tasks.table('n', firstTask)} JOIN m ON m.id = n.work_order_id)
SELECT id FROM m`,
);

export function importParameters(rows: PastRows): readonly unknown[] {
  return [
    ...workOrders.parameters(rows.workOrders),
    ...journal.parameters(rows.journal),
    ...inbox.parameters(rows.inbox),
    ...effects.parameters(rows.effects),
    ...tasks.parameters(rows.tasks),
  ];
}
