import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { workflows } from './migrations/0001-workflows.ts';
import { workOrders } from './migrations/0002-work-orders.ts';
import { workInHand } from './migrations/0003-work-in-hand.ts';
import { people } from './migrations/0004-people.ts';
import { outside } from './migrations/0005-outside.ts';
import { customers } from './migrations/0006-customers.ts';
import { deliveryState } from './migrations/0007-delivery-state.ts';
import { links } from './migrations/0008-links.ts';
import { dispatch } from './migrations/0009-dispatch.ts';
import { listening } from './migrations/0010-listening.ts';
import { oneTimeCodes } from './migrations/0011-one-time-codes.ts';
import { storeFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

const steps: Readonly<Record<string, string>> = {
  '0001-workflows': workflows,
  '0002-work-orders': workOrders,
  '0003-work-in-hand': workInHand,
  '0004-people': people,
  '0005-outside': outside,
  '0006-customers': customers,
  '0007-delivery-state': deliveryState,
  '0008-links': links,
  '0009-dispatch': dispatch,
  '0010-listening': listening,
  '0011-one-time-codes': oneTimeCodes,
};

/**
 * Brings schema `paidan` to the head and returns the names of the steps that ran. Forward only; several
 * processes may
 * start at once. Throws `store/newer-schema` when a later release has written here.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'paidan',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return (results ?? []).map((result) => result.migrationName);
  throw /previously executed migration .* is missing/.test(String(error)) ? newerSchema(error) : error;
}

const migrations: Record<string, Migration> = Object.fromEntries(
  Object.entries(steps).map(([name, text]) => [name, { up: (kysely) => run(kysely, text) }]),
);

async function run(kysely: Kysely<unknown>, text: string): Promise<void> {
  await sql.raw(text).execute(kysely);
}

function newerSchema(cause: unknown): Error {
  const text = {
    zh: '数据库由更新版本的 Paidan 写过，旧程序不能使用。请安装新版本后启动。',
    en: 'A later release of Paidan has written this database. Install that release and start again.',
    remedy: 'wait-for-person',
  } as const;
  return storeFault('store/newer-schema', text, cause);
}
