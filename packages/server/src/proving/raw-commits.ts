import type { CommitInput, LoadedWorkOrder } from '../store/commit-input.ts';
import { effectJob } from '../store/commit-jobs.ts';
import { effectRows, loadedAfter, type MovedRow, movedRow } from '../store/commit-rows.ts';
import type { Database } from '../store/database.ts';

interface Options {
  readonly database: Database;
  /** Schema of the rival's own tables, which have the shape and the indexes of ours. */
  readonly name: string;
}

/** One prepared statement per decision, committed by itself: the least a host could do for the same rows. */
export async function openRawCommits({ database, name }: Options) {
  const { rows } = await database.pool.query<{ table_name: string }>(
    `SELECT table_name FROM paidan_jobs.queue WHERE name = 'effects-in-order'`,
  );
  const [queue] = rows;
  if (queue === undefined) throw new Error('the queue effects-in-order is missing');
  await database.pool.query(schemaText(name, `paidan_jobs.${queue.table_name}`));
  const start = { name: `start ${name}`, text: startText(name) };
  const move = { name: `move ${name}`, text: moveText(name) };
  return {
    submit: async (input: CommitInput): Promise<LoadedWorkOrder> => {
      if (input.decision.kind === 'refused') throw new Error('the bench makes no refusals');
      const row = movedRow(input, input.decision);
      const own =
        input.before === undefined ? [row.snapshot.number, row.snapshot.createdAt] : callValues(input);
      const statement = input.before === undefined ? start : move;
      const written = await database.pool.query({ ...statement, values: [...rowValues(row), ...own] });
      if (written.rowCount !== 1) throw new Error(`the decision on ${input.workOrderId} was not written`);
      return loadedAfter(row);
    },
  };
}

function rowValues({ input, snapshot, journal }: MovedRow): readonly unknown[] {
  return [
    input.workOrderId,
    snapshot.seq,
    input.tenant,
    snapshot.workflow.hash,
    snapshot.workflow.id,
    snapshot.status,
    input.standing?.stage,
    input.standing?.steps,
    JSON.stringify(snapshot.assignees),
    input.standing?.nextDueAt,
    snapshot.at,
    JSON.stringify(snapshot.record),
    JSON.stringify({ ...snapshot, record: undefined }),
    input.commandId,
    input.fingerprint,
    JSON.stringify(input.answer),
    journal.event,
    journal.actor,
    journal.entries,
    journal.previous_hash,
    journal.hash,
  ];
}

function callValues(input: CommitInput): readonly unknown[] {
  if (input.decision.kind === 'refused') return [];
  const [row] = effectRows(input, input.decision);
  if (row?.effect.kind !== 'call') throw new Error('the bench asks for one call each');
  const { tenant, workOrderId, effect } = row;
  const { job } = effectJob(effect, { tenant, workOrderId, effectId: effect.id, attempt: 1 });
  return [
    effect.id,
    effect.operation,
    effect.orderKey,
    JSON.stringify(effect),
    job.id,
    JSON.stringify(job.data),
  ];
}

function schemaText(schema: string, jobs: string): string {
  const tables = ['work_orders', 'journal', 'inbox', 'effects'];
  const made = tables.map((table) => `CREATE TABLE ${schema}.${table} (LIKE paidan.${table} INCLUDING ALL);`);
  return `CREATE SCHEMA ${schema}; ${made.join(' ')} CREATE TABLE ${schema}.job
    (LIKE ${jobs} INCLUDING ALL);`;
}

const journalAndInbox = (schema: string) => `
j AS (INSERT INTO ${schema}.journal (work_order_id, seq, tenant, command_id, workflow_hash, event, actor, at,
    received_at, entries, previous_hash, hash)
  SELECT id, $2, $3, $14, $4, $17, $18, $11, $11, $19, $20, $21 FROM m),
i AS (INSERT INTO ${schema}.inbox (work_order_id, command_id, tenant, fingerprint, answer, seq, at)
  SELECT id, $14, $3, $15, $16, $2, $11 FROM m)`;

function startText(schema: string): string {
  return `WITH m AS (INSERT INTO ${schema}.work_orders (id, seq, tenant, workflow_hash, workflow_id, status,
    stage, steps, assignees, next_due_at, updated_at, record, snapshot, journal_head, number, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $21, $22, $23) RETURNING id),
${journalAndInbox(schema)} SELECT id FROM m`;
}

function moveText(schema: string): string {
  return `WITH m AS (UPDATE ${schema}.work_orders SET seq = $2, workflow_hash = $4, workflow_id = $5,
    status = $6, stage = $7, steps = $8, assignees = $9, next_due_at = $10, updated_at = $11, record = $12,
    snapshot = $13,    journal_head = $21 WHERE id = $1 AND seq = $2 - 1 RETURNING id),
${journalAndInbox(schema)},
e AS (INSERT INTO ${schema}.effects (id, work_order_id, tenant, seq, kind, operation, order_key, effect,
    status, attempt, asked_at) SELECT $22, id, $3, $2, 'call', $23, $24, $25, 'asked', 0, $11 FROM m),
q AS (INSERT INTO ${schema}.job (id, name, data, singleton_key, policy, dead_letter, heartbeat_seconds,
    retry_limit, retry_delay, expire_seconds, deletion_seconds, keep_until)
  SELECT $26, 'effects-in-order', $27::jsonb, $24, 'key_strict_fifo', 'dead', 10, 20, 1, 90, 604800,
    now() + interval '10 years' FROM m)
SELECT id FROM m`;
}
