import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGroupCommit } from '../packages/server/src/host/group-commit.ts';
import { openDatabase } from '../packages/server/src/store/database.ts';
import { migrate } from '../packages/server/src/store/migrate.ts';
import { openQueue } from '../packages/server/src/store/queue.ts';
import { decisionStream } from './durable-decisions.ts';
import { openRival } from './durable-rival.ts';
import { type BenchLine, benchLine, type Comparison, compare, repeatInFlight } from './harness.ts';

const workOrders = 1000;

/**
 * Decisions per second that survive a power loss, one call and one timer each, against the raw limit: one prepared
 * statement per transaction that writes identical rows into tables of the same shape on the same server.
 */
export async function* run(wanted: (name: string) => boolean): AsyncIterable<BenchLine> {
  const cases = [1, 32].filter((inFlight) => wanted(`durable-${inFlight}`));
  if (cases.length === 0) return;
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-bench-'));
  await chmod(dataDir, 0o755);
  const database = await openDatabase({ dataDir, poolSize: 32 });
  await migrate(database.kysely);
  const queue = await openQueue({ url: database.url, onError: console.error });
  try {
    for (const inFlight of cases) yield benchLine(`durable-${inFlight}`, await measure(inFlight));
  } finally {
    await queue.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }

  async function measure(inFlight: number): Promise<Comparison> {
    const groupCommit = createGroupCommit({ kysely: database.kysely, boss: queue.boss });
    const submit = async (input: Parameters<typeof groupCommit.submit>[0]) => {
      const outcome = await groupCommit.submit(input);
      if (outcome.kind === 'committed' && outcome.after !== undefined) return outcome.after;
      throw new Error(`the decision on ${input.workOrderId} was not committed`);
    };
    const ours = await decisionStream({ name: `ours-${inFlight}`, workOrders, submit });
    const rival = await openRival({ database, boss: queue.boss, name: `rival_${inFlight}` });
    const raw = await decisionStream({ name: `raw-${inFlight}`, workOrders, submit: rival.submit });
    await database.pool.query('CHECKPOINT');
    const turns = { rounds: 5, turnMs: 2000 };
    const comparison = await compare({
      ours: repeatInFlight(inFlight, ours.next),
      rival: repeatInFlight(inFlight, raw.next),
      ...turns,
    });
    await audit('paidan', ours);
    await audit(`rival_${inFlight}`, raw);
    return comparison;
  }

  // A speed counts only if every acknowledged decision stands in journal, inbox, effects and queue.
  async function audit(
    schema: string,
    stream: { readonly name: string; readonly acknowledged: () => number },
  ) {
    for (const table of ['journal', 'inbox', 'effects']) {
      const text = `SELECT count(*) AS n FROM ${schema}.${table} WHERE work_order_id LIKE $1`;
      const { rows } = await database.pool.query<{ n: number }>(text, [`${stream.name}-%`]);
      const expected = stream.acknowledged() - (table === 'effects' ? workOrders : 0);
      if (rows[0]?.n !== expected) throw new Error(`${schema}.${table}: ${rows[0]?.n} of ${expected} rows`);
    }
  }
}
