import type { CommitInput } from './commit-input.ts';
import {
  type ClosedTask,
  candidatesOf,
  type EffectChange,
  type EffectRow,
  type MovedRow,
  type TaskRow,
} from './commit-rows.ts';
import { prepared } from './prepared.ts';
import { rowSet } from './row-set.ts';

/** Everything one batch writes into schema `paidan`. */
export interface CommitRows {
  readonly moved: readonly MovedRow[];
  readonly refused: readonly CommitInput[];
  readonly effects: readonly EffectRow[];
  readonly effectChanges: readonly EffectChange[];
  readonly tasks: readonly TaskRow[];
  readonly closedTasks: readonly ClosedTask[];
}

const moved = rowSet<MovedRow>([
  { name: 'id', type: 'text', read: ({ input }) => input.workOrderId },
  { name: 'seq', type: 'integer', read: ({ snapshot }) => snapshot.seq },
  { name: 'tenant', type: 'text', read: ({ input }) => input.tenant },
  { name: 'number', type: 'text', read: ({ snapshot }) => snapshot.number },
  { name: 'workflow_id', type: 'text', read: ({ snapshot }) => snapshot.workflow.id },
  { name: 'workflow_hash', type: 'text', read: ({ snapshot }) => snapshot.workflow.hash },
  { name: 'status', type: 'text', read: ({ snapshot }) => snapshot.status },
  { name: 'stage', type: 'text', read: ({ input }) => input.standing?.stage ?? null },
  { name: 'steps', type: 'text', read: ({ input }) => JSON.stringify(input.standing?.steps ?? []) },
  { name: 'assignees', type: 'text', read: ({ snapshot }) => JSON.stringify(snapshot.assignees) },
  { name: 'next_due_at', type: 'timestamptz', read: ({ input }) => input.standing?.nextDueAt ?? null },
  { name: 'created_at', type: 'timestamptz', read: ({ snapshot }) => snapshot.createdAt },
  { name: 'at', type: 'timestamptz', read: ({ snapshot }) => snapshot.at },
  { name: 'record', type: 'text', read: ({ snapshot }) => JSON.stringify(snapshot.record) },
  {
    name: 'snapshot',
    type: 'text',
    read: ({ snapshot }) => JSON.stringify({ ...snapshot, record: undefined }),
  },
  { name: 'command_id', type: 'text', read: ({ input }) => input.commandId },
  { name: 'fingerprint', type: 'text', read: ({ input }) => input.fingerprint },
  { name: 'answer', type: 'text', read: ({ input }) => JSON.stringify(input.answer) },
  { name: 'event', type: 'text', read: ({ journal }) => journal.event },
  { name: 'actor', type: 'text', read: ({ journal }) => journal.actor },
  { name: 'received_at', type: 'timestamptz', read: ({ journal }) => journal.received_at },
  { name: 'entries', type: 'text', read: ({ journal }) => journal.entries },
  { name: 'previous_hash', type: 'text', read: ({ journal }) => journal.previous_hash },
  { name: 'hash', type: 'text', read: ({ journal }) => journal.hash },
]);

const refused = rowSet<CommitInput>([
  { name: 'id', type: 'text', read: (input) => input.workOrderId },
  { name: 'seq', type: 'integer', read: (input) => input.before?.snapshot.seq ?? 0 },
  { name: 'tenant', type: 'text', read: (input) => input.tenant },
  { name: 'command_id', type: 'text', read: (input) => input.commandId },
  { name: 'fingerprint', type: 'text', read: (input) => input.fingerprint },
  { name: 'answer', type: 'text', read: (input) => JSON.stringify(input.answer) },
  { name: 'at', type: 'timestamptz', read: (input) => input.at },
]);

const effects = rowSet<EffectRow>([
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
  { name: 'at', type: 'timestamptz', read: (row) => row.at },
]);

const effectChanges = rowSet<EffectChange>([
  { name: 'work_order_id', type: 'text', read: (row) => row.workOrderId },
  { name: 'id', type: 'text', read: (row) => row.id },
  { name: 'status', type: 'text', read: (row) => row.status },
  { name: 'attempt', type: 'integer', read: (row) => row.attempt },
  { name: 'next_at', type: 'timestamptz', read: (row) => row.nextAt },
  {
    name: 'outcome',
    type: 'text',
    read: (row) => (row.outcome === null ? null : JSON.stringify(row.outcome)),
  },
  { name: 'at', type: 'timestamptz', read: (row) => row.at },
]);

const tasks = rowSet<TaskRow>([
  { name: 'work_order_id', type: 'text', read: (row) => row.workOrderId },
  { name: 'id', type: 'text', read: ({ task }) => task.id },
  { name: 'tenant', type: 'text', read: (row) => row.tenant },
  { name: 'step_id', type: 'text', read: ({ task }) => task.stepId },
  { name: 'candidates', type: 'text', read: ({ task }) => JSON.stringify(candidatesOf(task.candidates)) },
  { name: 'claimed_by', type: 'text', read: ({ task }) => task.claimedBy ?? null },
  { name: 'opened_at', type: 'timestamptz', read: ({ task }) => task.openedAt },
  { name: 'task', type: 'text', read: ({ task }) => JSON.stringify(task) },
]);

const closedTasks = rowSet<ClosedTask>([
  { name: 'work_order_id', type: 'text', read: (row) => row.workOrderId },
  { name: 'id', type: 'text', read: (row) => row.id },
  { name: 'at', type: 'timestamptz', read: (row) => row.at },
]);

const firstRefused = 1 + moved.width;
const firstEffect = firstRefused + refused.width;
const firstChange = firstEffect + effects.width;
const firstTask = firstChange + effectChanges.width;
const firstClosed = firstTask + tasks.width;

/**
 * The whole commit of a batch. A decision counts only where the work order still stands at the seq it was
 * decided on
 * and the command is not in the inbox; whoever lost writes nothing and is missing from the answer.
 */
export const commitText = prepared(
  'commit',
  `WITH b AS MATERIALIZED (SELECT * FROM ${moved.table('b', 1)}),
fresh AS MATERIALIZED (
  SELECT b.* FROM b WHERE NOT EXISTS (
    SELECT 1 FROM paidan.inbox i WHERE i.work_order_id = b.id AND i.command_id = b.command_id)),
updated AS (
  UPDATE paidan.work_orders w
  SET workflow_hash = b.workflow_hash, seq = b.seq, status = b.status, stage = b.stage,
      steps = ARRAY(SELECT json_array_elements_text(b.steps::json)), assignees = b.assignees,
      next_due_at = b.next_due_at, updated_at = b.at, record = b.record, snapshot = b.snapshot,
      ended_at = CASE WHEN b.status = 'ended' THEN coalesce(w.ended_at, b.at) END, journal_head = b.hash
  FROM fresh b
  WHERE w.id = b.id AND w.tenant = b.tenant AND b.seq > 1 AND w.seq = b.seq - 1
    AND w.journal_head = b.previous_hash
  RETURNING w.id),
started AS (
  INSERT INTO paidan.work_orders (id, tenant, number, workflow_id, workflow_hash, seq, status, stage, steps,
    assignees, next_due_at, created_at, updated_at, ended_at, record, snapshot, journal_head)
  SELECT id, tenant, number, workflow_id, workflow_hash, seq, status, stage,
    ARRAY(SELECT json_array_elements_text(steps::json)), assignees, next_due_at, created_at, at,
    CASE WHEN status = 'ended' THEN at END, record, snapshot, hash
  FROM fresh WHERE seq = 1
  ON CONFLICT (id) DO NOTHING
  RETURNING id),
m AS MATERIALIZED (SELECT id FROM updated UNION ALL SELECT id FROM started),
j AS (
  INSERT INTO paidan.journal (work_order_id, seq, tenant, command_id, workflow_hash, event, actor, at,
    received_at, entries, previous_hash, hash)
  SELECT id, seq, tenant, command_id, workflow_hash, event, actor, at, received_at, entries,
    previous_hash, hash
  FROM b JOIN m USING (id)),
i AS (
  INSERT INTO paidan.inbox (work_order_id, command_id, tenant, fingerprint, answer, seq, at)
  SELECT id, command_id, tenant, fingerprint, answer, seq, at FROM b JOIN m USING (id)),
r AS (
  INSERT INTO paidan.inbox (work_order_id, command_id, tenant, fingerprint, answer, at)
  SELECT n.id, n.command_id, n.tenant, n.fingerprint, n.answer, n.at
  FROM ${refused.table('n', firstRefused)} LEFT JOIN paidan.work_orders w ON w.id = n.id
  WHERE coalesce(w.seq, 0) = n.seq AND coalesce(w.tenant, n.tenant) = n.tenant
  ON CONFLICT DO NOTHING
  RETURNING work_order_id),
e AS (
  INSERT INTO paidan.effects (id, work_order_id, tenant, seq, kind, operation, order_key, effect, status,
    attempt, asked_at)
  SELECT n.id, n.work_order_id, n.tenant, n.seq, n.kind, n.operation, n.order_key, n.effect, 'asked',
    0, n.at
  FROM ${effects.table('n', firstEffect)} JOIN m ON m.id = n.work_order_id),
u AS (
  UPDATE paidan.effects x
  SET status = n.status, attempt = coalesce(n.attempt, x.attempt), next_at = n.next_at,
      outcome = coalesce(n.outcome, x.outcome), settled_at = CASE WHEN n.status = 'settled' THEN n.at END
  FROM ${effectChanges.table('n', firstChange)} JOIN m ON m.id = n.work_order_id
  WHERE x.id = n.id AND x.work_order_id = n.work_order_id),
t AS (
  INSERT INTO paidan.tasks (id, work_order_id, tenant, step_id, status, candidates, claimed_by, opened_at,
    task)
  SELECT n.id, n.work_order_id, n.tenant, n.step_id, 'open',
    ARRAY(SELECT json_array_elements_text(n.candidates::json)), n.claimed_by,
    n.opened_at, n.task
  FROM ${tasks.table('n', firstTask)} JOIN m ON m.id = n.work_order_id
  ON CONFLICT (id) DO UPDATE SET status = 'open', candidates = excluded.candidates, closed_at = NULL,
    claimed_by = excluded.claimed_by, task = excluded.task),
c AS (
  UPDATE paidan.tasks x SET status = 'closed', closed_at = n.at
  FROM ${closedTasks.table('n', firstClosed)} JOIN m ON m.id = n.work_order_id
  WHERE x.id = n.id AND x.work_order_id = n.work_order_id)
SELECT id FROM m UNION ALL SELECT work_order_id FROM r`,
);

export function commitParameters(rows: CommitRows): readonly unknown[] {
  return [
    ...moved.parameters(rows.moved),
    ...refused.parameters(rows.refused),
    ...effects.parameters(rows.effects),
    ...effectChanges.parameters(rows.effectChanges),
    ...tasks.parameters(rows.tasks),
    ...closedTasks.parameters(rows.closedTasks),
  ];
}
