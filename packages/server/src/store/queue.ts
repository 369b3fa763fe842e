import { createHash } from 'node:crypto';
import { CompiledQuery, type Transaction } from 'kysely';
import { type Db, PgBoss, type Queue as QueueSettings } from 'pg-boss';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

/** The queues of server.md 10. A job that finds nothing to do does nothing; none is deleted before it ran. */
export type QueueName =
  | 'effects'
  | 'effects-in-order'
  | 'wakes'
  | 'plans'
  | 'listen'
  | 'files'
  | 'reports'
  | 'upkeep'
  | 'long'
  | 'dead';

const tenYearsSeconds = 315_360_000;

const settings: Readonly<Record<QueueName, Omit<QueueSettings, 'name'>>> = {
  dead: { partition: true },
  // Retries here only pick up what a dead worker left; a declared retry is a job of its own (engine.md 7.3).
  effects: { partition: true, retryLimit: 20, retryDelay: 1, expireInSeconds: 90, heartbeatSeconds: 10 },
  'effects-in-order': {
    partition: true,
    policy: 'key_strict_fifo',
    retryLimit: 20,
    retryDelay: 1,
    expireInSeconds: 90,
    heartbeatSeconds: 10,
  },
  wakes: { partition: true, retryLimit: 20, retryDelay: 1, expireInSeconds: 40, deleteAfterSeconds: 3600 },
  plans: { policy: 'singleton', retryLimit: 3, retryDelay: 1, expireInSeconds: 55, heartbeatSeconds: 10 },
  listen: {
    policy: 'singleton',
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 90,
    heartbeatSeconds: 10,
  },
  files: { retryLimit: 5, retryBackoff: true, expireInSeconds: 330, heartbeatSeconds: 10 },
  reports: {
    policy: 'singleton',
    retryLimit: 5,
    retryBackoff: true,
    expireInSeconds: 330,
    heartbeatSeconds: 10,
  },
  upkeep: {
    policy: 'singleton',
    retryLimit: 3,
    retryDelay: 600,
    expireInSeconds: 3630,
    heartbeatSeconds: 10,
  },
  long: { retryLimit: 20, retryDelay: 1, expireInSeconds: 86_000, heartbeatSeconds: 10 },
};

export interface QueueOptions {
  readonly url: string;
  /** Told of outages; pg-boss goes on by itself when the database is back. */
  readonly onError: (error: Error) => void;
}

export interface Queue {
  readonly boss: PgBoss;
  /** Stops fetching, lets running jobs finish, ends the connections. */
  stop(): Promise<void>;
}

/** pg-boss in schema `paidan_jobs`, with every queue there. Several processes may open it at once. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'paidan_jobs',
    application_name: 'paidan jobs',
    max: 4,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const [name, own] of Object.entries(settings)) await ensureQueue(boss, name, own);
  return { boss, stop: () => boss.stop({ graceful: true, timeout: 30_000 }) };
}

/** Passed as `db`, it makes any call to pg-boss part of our transaction. */
export function inTransaction(transaction: Transaction<Tables>): { readonly db: Db } {
  const executeSql = async (text: string, values: unknown[] = []) => {
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(preparedJobs(text), values));
    return { rows: [...rows] };
  };
  return { db: { executeSql } };
}

// One text per queue: pg-boss hands all jobs over in a single parameter.
function preparedJobs(text: string): string {
  if (!text.trimStart().startsWith('INSERT INTO')) return text;
  return prepared(`jobs-${createHash('sha1').update(text).digest('hex').slice(0, 16)}`, text);
}

async function ensureQueue(boss: PgBoss, name: string, own: Omit<QueueSettings, 'name'>): Promise<void> {
  if ((await boss.getQueue(name)) !== null) return;
  const deadLetter = name === 'dead' ? {} : { deadLetter: 'dead' };
  await boss.createQueue(name, { retentionSeconds: tenYearsSeconds, ...deadLetter, ...own });
}
