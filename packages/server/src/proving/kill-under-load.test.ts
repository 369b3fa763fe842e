import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstBrokenSeq } from '../journal/chain.ts';
import { openDatabase } from '../store/database.ts';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-kill-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Commits without a pause, and says each acknowledged count on its standard output. */
const program = `
  import { openDurableTrack } from ${JSON.stringify(new URL('./durable-track.ts', import.meta.url).href)};
  const { ours } = await openDurableTrack(${JSON.stringify('DATA_DIR')});
  const say = () => process.stdout.write(ours.acknowledged() + '\\n');
  const lane = async () => { for (;;) { await ours.next(); say(); } };
  await Promise.all(Array.from({ length: 16 }, lane));`;

async function acknowledgedBeforeDeath(whom: 'server' | 'database', afterCount: number): Promise<number> {
  const text = program.replace('DATA_DIR', dataDir);
  const flags = ['--conditions=paidan-source', '--input-type=module', '-e', text];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = new Promise((resolve) => child.once('close', resolve));
  let most = 0;
  let isStruck = false;
  for await (const piece of child.stdout) {
    for (const line of String(piece).split('\n')) most = Math.max(most, Number(line));
    if (most < afterCount || isStruck) continue;
    isStruck = true;
    if (whom === 'database') process.kill(await databasePid(), 'SIGKILL');
    else child.kill('SIGKILL');
  }
  await gone;
  return most;
}

async function databasePid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test.each(['server', 'database'] as const)(
  '[B33] no acknowledged decision is lost when the %s is killed',
  {
    timeout: 60_000,
  },
  async (whom) => {
    await rm(dataDir, { recursive: true, force: true });
    const acknowledged = await acknowledgedBeforeDeath(whom, 1300);
    const database = await openDatabase({ dataDir });
    try {
      const rows = await database.kysely
        .selectFrom('journal')
        .selectAll()
        .where('tenant', '=', 'bench')
        .where('work_order_id', 'like', 'ours-%')
        .orderBy('work_order_id')
        .orderBy('seq')
        .execute();
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
      const chains = Map.groupBy(rows, (row) => row.work_order_id);
      const states = await database.kysely
        .selectFrom('work_orders')
        .select(['id', 'seq', 'journal_head'])
        .execute();
      for (const { id, seq, journal_head } of states.filter((state) => state.id.startsWith('ours-'))) {
        const chain = chains.get(id) ?? [];
        expect([chain.length, firstBrokenSeq(chain, journal_head)]).toEqual([seq, undefined]);
      }
      const effects = await database.pool.query(
        "SELECT count(*) AS n FROM paidan.effects WHERE tenant = 'bench'",
      );
      expect(effects.rows).toEqual([{ n: rows.length - 1000 }]);
    } finally {
      await database.close();
    }
  },
);
