import { firstBrokenSeq } from '../journal/chain.ts';
import type { Database } from '../store/database.ts';
import type { SinkLine } from './crash-sink.ts';
import { type CrashMode, crashModes, patienceSeconds } from './crash-workflow.ts';

/** What is not as promised, by name; empty lists when all is well. */
export interface CrashAudit {
  readonly lost: readonly string[];
  readonly brokenJournals: readonly string[];
  /** Writes the other side carried out more than once, where its mode promises once. */
  readonly doubled: readonly string[];
  /** Calls said to have succeeded that the other side never saw. */
  readonly unseen: readonly string[];
  /** Calls without an outcome that nobody is told of. */
  readonly silent: readonly string[];
  /** Timers that fired early, or not at all. */
  readonly timers: readonly string[];
}

/** Rows of the host beside the sink's own log and the callers' list of acknowledged commands. */
export async function auditCrashes(
  database: Database,
  {
    lines,
    acknowledged,
  }: { readonly lines: readonly SinkLine[]; readonly acknowledged: ReadonlySet<string> },
): Promise<CrashAudit> {
  const effects = await effectRows(database);
  const inbox = await ids(database, 'SELECT command_id AS id FROM paidan.inbox WHERE seq IS NOT NULL');
  const told = await ids(database, 'SELECT effect_id AS id FROM paidan.incidents');
  const carriedOut = Map.groupBy(lines, ({ mode, ref }) => `${mode} ${ref}`);
  return {
    lost: [...acknowledged].filter((commandId) => !inbox.has(commandId)),
    brokenJournals: await brokenJournals(database),
    doubled: [...carriedOut].flatMap(([place, all]) =>
      isDoubled(all) ? [`${place}: ${all.map((line) => line.deliveryId).join(', ')}`] : [],
    ),
    unseen: effects.flatMap(({ id, mode, ref, outcome }) =>
      outcome === 'succeeded' && !carriedOut.has(`${mode} ${ref}`) ? [id] : [],
    ),
    silent: effects.flatMap(({ id, outcome, status }) =>
      (status === 'settled' && outcome === 'succeeded') || told.has(id)
        ? []
        : [`${id}: ${status} ${outcome}`],
    ),
    timers: await wrongTimers(database),
  };
}

/** What is still under way: calls nobody has settled or been told of, and timers that have not fired. */
export async function stillUnderWay({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`
    SELECT (SELECT count(*) FROM paidan.effects e WHERE kind = 'call' AND status <> 'settled'
              AND NOT EXISTS (SELECT FROM paidan.incidents i WHERE i.effect_id = e.id))
         + (SELECT count(*) FROM paidan.work_orders WHERE next_due_at IS NOT NULL) AS n`);
  return rows[0]?.n ?? 0;
}

/** Incidents that wait for a person, by the mode of their call. */
export async function openIncidents({ pool }: Database): Promise<readonly { mode: string; n: number }[]> {
  const { rows } = await pool.query<{ mode: string; n: number }>(`
    SELECT split_part(e.operation, '.', 1) AS mode, count(*) AS n
    FROM paidan.incidents i JOIN paidan.effects e ON e.id = i.effect_id GROUP BY 1 ORDER BY 1`);
  return rows;
}

// PUT under our own id is repeated as often as need be: the same thing stands there.
function isDoubled(all: readonly SinkLine[]): boolean {
  const [first] = all;
  if (first?.mode === 'natural') return all.some((line) => line.deliveryId !== first.deliveryId);
  return all.length > 1;
}

interface EffectSeen {
  readonly id: string;
  readonly mode: CrashMode | undefined;
  readonly ref: string;
  readonly status: string;
  readonly outcome: string | undefined;
}

async function effectRows({ kysely }: Database): Promise<readonly EffectSeen[]> {
  const rows = await kysely
    .selectFrom('effects')
    .select(['id', 'operation', 'effect', 'status', 'outcome'])
    .where('kind', '=', 'call')
    .execute();
  return rows.map(({ id, operation, effect, status, outcome }) => ({
    ...{ id, status },
    mode: crashModes.find((mode) => operation?.startsWith(`${mode}.`)),
    ref: JSON.parse(effect).request.ref,
    outcome: outcome === null ? undefined : JSON.parse(outcome).kind,
  }));
}

async function ids({ pool }: Database, text: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(text);
  return new Set(rows.map((row) => row.id));
}

async function brokenJournals({ kysely }: Database): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('journal')
    .selectAll()
    .orderBy('work_order_id')
    .orderBy('seq')
    .execute();
  const chains = Map.groupBy(rows, (row) => row.work_order_id);
  const heads = await kysely.selectFrom('work_orders').select(['id', 'seq', 'journal_head']).execute();
  const broken = heads.filter(({ id, seq, journal_head }) => {
    const chain = chains.get(id) ?? [];
    return chain.length !== seq || firstBrokenSeq(chain, journal_head) !== undefined;
  });
  return broken.map(({ id }) => id);
}

// Whoever took in `go` ends by its timer, once and no earlier than promised.
async function wrongTimers({ pool }: Database): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT g.work_order_id AS id
     FROM paidan.journal g JOIN paidan.work_orders w ON w.id = g.work_order_id
     LEFT JOIN paidan.journal f ON f.work_order_id = g.work_order_id AND f.event LIKE '%"timerDue"%'
     WHERE g.command_id LIKE 'go/%'
     GROUP BY g.work_order_id, g.at, w.status
     HAVING count(f.seq) <> 1 OR w.status <> 'ended' OR min(f.at) < g.at + make_interval(secs => $1)`,
    [patienceSeconds],
  );
  return rows.map((row) => row.id);
}
