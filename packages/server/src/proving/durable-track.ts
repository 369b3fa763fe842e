import { createGroupCommit } from '../host/group-commit.ts';
import type { CommitInput } from '../store/commit-input.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openQueue } from '../store/queue.ts';
import { type DecisionStream, decisionStream } from './decision-stream.ts';
import { openRawCommits } from './raw-commits.ts';

const workOrders = 1000;

/**
 * Two streams of durable decisions on one fresh database: the host's commit, and the least that writes the
 * same rows.
 */
export interface DurableTrack {
  /** Ours: group commit with every guarantee. */
  readonly ours: DecisionStream;
  /** The raw limit: one prepared statement per transaction into tables of the same shape. */
  readonly raw: DecisionStream;
  /** Throws unless every acknowledged decision stands in journal, inbox and effects. */
  readonly audit: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens both streams on an embedded database in `dataDir`, a thousand work orders each. Each decision arms
 * a timer and
 * asks for one call. For measuring a machine, or another PostgreSQL build, against the bars of engine.md 9.
 */
export async function openDurableTrack(dataDir: string): Promise<DurableTrack> {
  const database = await openDatabase({ dataDir, poolSize: 32 });
  await migrate(database.kysely);
  const outages: Error[] = [];
  const queue = await openQueue({ url: database.url, onError: (error) => outages.push(error) });
  const groupCommit = createGroupCommit({ kysely: database.kysely, boss: queue.boss });
  const submit = async (input: CommitInput) => {
    const outcome = await groupCommit.submit(input);
    if (outcome.kind === 'committed' && outcome.after !== undefined) return outcome.after;
    throw new Error(`the decision on ${input.workOrderId} was not committed`);
  };
  const rawCommits = await openRawCommits({ database, name: 'raw' });
  const ours = await decisionStream({ name: 'ours', workOrders, submit });
  const raw = await decisionStream({ name: 'raw', workOrders, submit: rawCommits.submit });
  await database.pool.query('CHECKPOINT');
  return {
    ours,
    raw,
    audit: async () => {
      if (outages.length > 0) throw outages[0];
      await auditStream(database, 'paidan', ours);
      await auditStream(database, 'raw', raw);
    },
    close: async () => {
      await queue.stop();
      await database.close();
    },
  };
}

async function auditStream({ pool }: Database, schema: string, stream: DecisionStream): Promise<void> {
  const acknowledged = stream.acknowledged();
  const expected = { journal: acknowledged, inbox: acknowledged, effects: acknowledged - workOrders };
  for (const [table, wanted] of Object.entries(expected)) {
    const text = `SELECT count(*) AS n FROM ${schema}.${table} WHERE tenant = 'bench'`;
    const { rows } = await pool.query<{ n: number }>(text);
    if (rows[0]?.n !== wanted) throw new Error(`${schema}.${table}: ${rows[0]?.n} of ${wanted} rows`);
  }
}
