import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { auditCrashes, openIncidents, stillUnderWay } from './crash-audit.ts';
import { crashPoints } from './crash-points.ts';
import { type CrashLife, type CrashRun, openCrashRun } from './crash-run.ts';
import { type CrashSink, openCrashSink } from './crash-sink.ts';

/** Random kills of the server; the full measure is 20. */
const loops = Number(process.env.PAIDAN_CRASH_LOOPS ?? 4);
const databaseKills = Math.ceil(loops / 2);
const longestMs = 1500;
const drainMs = 120_000;

let home = '';
let sink: CrashSink;
let run: CrashRun;
const lives: CrashLife[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'paidan-crash-'));
  await chmod(home, 0o755);
  sink = await openCrashSink(join(home, 'sink.log'));
  run = openCrashRun({ dataDir: join(home, 'data'), sinkUrl: sink.url });
});
afterAll(async () => {
  for (const life of lives) {
    life.kill();
    await life.gone;
  }
  // The last process that leaves stops the database.
  await withDatabase(async () => undefined);
  await sink.close();
  await rm(home, { recursive: true, force: true });
}, 60_000);

function live(options?: Parameters<CrashRun['live']>[0]): CrashLife {
  const life = run.live(options);
  lives.push(life);
  return life;
}

async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ dataDir: join(home, 'data') });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const audit = () => withDatabase((database) => auditCrashes(database, { ...run, lines: sink.lines() }));

/** True at any instant, also in the middle of work. */
async function expectNothingLostOrDoubled(): Promise<void> {
  const { lost, brokenJournals, doubled, unseen } = await audit();
  expect({ lost, brokenJournals, doubled, unseen, wrong: run.wrong }).toEqual(nothingLostOrDoubled);
}

const nothingLostOrDoubled = { lost: [], brokenJournals: [], doubled: [], unseen: [], wrong: [] };

async function served(life: CrashLife): Promise<void> {
  if (!(await life.repeated)) throw new Error(`the server died by itself: ${life.troubles()}`);
}

const randomMs = () => Math.round(Math.random() * longestMs);

test('[B33] the first start may be killed at any instant', { timeout: 60_000 }, async () => {
  const life = live();
  await sleep(randomMs());
  life.kill();
  await life.gone;
});

test.each(crashPoints)(
  '[B33] nothing is lost or doubled by a kill at %s',
  { timeout: 60_000 },
  async (at) => {
    const isAtStart = at === 'start-up';
    const life = live({ at: isAtStart ? at : `${at}:${10 + Math.round(Math.random() * 30)}` });
    if (!isAtStart) await served(life);
    expect([await life.gone, life.troubles()]).toEqual(['SIGKILL', '']);
    await expectNothingLostOrDoubled();
  },
);

test('[B33] nothing is lost or doubled by kills at random', { timeout: 30_000 * loops }, async () => {
  for (let nth = 0; nth < loops; nth += 1) {
    const life = live();
    await served(life);
    await sleep(randomMs());
    life.kill();
    await life.gone;
  }
  await expectNothingLostOrDoubled();
});

test('[B33] a server goes on by itself when its database was killed', {
  timeout: 60_000 * databaseKills,
}, async () => {
  const life = live();
  await served(life);
  for (let nth = 0; nth < databaseKills; nth += 1) {
    await sleep(randomMs());
    await run.killDatabase();
    const before = run.acknowledged.size;
    await expect.poll(() => run.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(before + 20);
  }
  life.kill();
  await life.gone;
  await expectNothingLostOrDoubled();
});

test('[B33] in the end every call has an outcome or an incident, and every timer has fired', {
  timeout: drainMs + 30_000,
}, async () => {
  await served(live({ lanes: 0 }));
  await withDatabase(async (database) => {
    await expect.poll(() => stillUnderWay(database), { timeout: drainMs, interval: 500 }).toBe(0);
    const found = await auditCrashes(database, { ...run, lines: sink.lines() });
    expect(found).toEqual({ lost: [], brokenJournals: [], doubled: [], unseen: [], silent: [], timers: [] });
    const incidents = await openIncidents(database);
    expect(incidents.map(({ mode }) => mode).filter((mode) => mode !== 'once')).toEqual([]);
    process.stdout.write(
      `${lives.length} lives, ${databaseKills} deaths of the database: ${run.acknowledged.size} commands ` +
        `acknowledged, ${sink.lines().length} writes carried out, ${sink.repeats()} repeats recognised, ` +
        `incidents ${JSON.stringify(incidents)}\n`,
    );
  });
});
