import {
  createBreakers,
  createTokenStore,
  type DeliveryPorts,
  type LocalOperation,
  openSafeFetch,
  type ReachEntry,
} from '@paidan/connectors';
import { formsKernel } from '@paidan/forms';
import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { keepTurns } from '../jobs/keep-turns.ts';
import { startWorker, type Worker, type WorkerChoice } from '../jobs/worker.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openQueue } from '../store/queue.ts';
import type { Tables } from '../store/tables.ts';
import { type KeyRing, openKeyRing } from '../vault/key-ring.ts';
import { openVault, type Vault } from '../vault/open-vault.ts';
import { createHost, type OutsidePorts, type RunningHost } from './create-host.ts';
import { createGroupCommit } from './group-commit.ts';
import { localOperations } from './lookups/local-operations.ts';
import { createOrigin, createVirtualOrigin, type Origin, type VirtualOrigin } from './origin.ts';
import { createSnapshotCache } from './snapshot-cache.ts';
import { createVersions } from './versions.ts';

export interface InstallationOptions extends DatabaseOptions {
  /** 32 bytes in base64; a key file in the data folder when absent. */
  readonly secretKey?: string;
  readonly production?: boolean;
  /** Values of `{ "setting": NAME }`. */
  readonly settings?: { readonly [name: string]: string };
  /** Private addresses that an administrator opened. */
  readonly reach?: readonly ReachEntry[];
  /** Local functions in place of calls, by operation. */
  readonly operations?: { readonly [operation: string]: LocalOperation };
  /** A clock that stands still until it is set; for trials of a running server. */
  readonly virtualStart?: string;
  readonly onError: (error: unknown) => void;
}

/** Everything one process of Paidan runs, without HTTP. */
export interface Installation {
  readonly database: Database;
  readonly kysely: Kysely<Tables>;
  readonly boss: PgBoss;
  readonly origin: Origin | VirtualOrigin;
  readonly keys: KeyRing;
  readonly vault: Vault;
  readonly host: RunningHost;
  readonly outside: OutsidePorts;
  /** Begins performing jobs; without it another process does. */
  startWorker(choice?: WorkerChoice): Worker;
  close(): Promise<void>;
}

/** Opens the database, brings it to the head, and starts the host. What fails on the way is closed again. */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { onError, dataDir = './.paidan' } = options;
  const database = await openDatabase({ ...options, dataDir });
  const closing: (() => unknown)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const { kysely } = database;
    await migrate(kysely);
    const queue = await openQueue({ url: database.url, onError });
    closing.push(() => queue.stop());
    const origin = await originOf(kysely, options);
    closing.push(() => origin.stop());
    const keys = await openKeyRing({
      ...{ dataDir, production: options.production ?? false },
      ...(options.secretKey === undefined ? {} : { secretKey: options.secretKey }),
    });
    const vault = await openVault({ kysely, ring: keys, now: () => origin.now() });
    const network = openSafeFetch();
    closing.push(() => network.close());
    const outside = outsideOf(options, { kysely, origin, vault, fetch: network.fetch });
    const { boss } = queue;
    const groupCommit = createGroupCommit({ kysely, boss });
    const host = createHost({
      ...{ kysely, boss, groupCommit, cache: createSnapshotCache(), origin, outside, onError },
      versions: createVersions({ kysely, forms: formsKernel, now: () => origin.now() }),
      virtual: options.virtualStart !== undefined,
    });
    closing.push(() => host.wakes.stop());
    const running = { database, kysely, boss, origin, keys, vault, host, outside };
    return {
      ...running,
      startWorker: (choice) => begin(running, { ...options, ...choice }, closing),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

type Running = Pick<Installation, 'host' | 'kysely' | 'boss' | 'outside'>;

function begin(
  running: Running,
  { onError, virtualStart, ...choice }: InstallationOptions & WorkerChoice,
  closing: (() => unknown)[],
): Worker {
  const { host } = running;
  const isVirtual = virtualStart !== undefined;
  const ports = { ...running, now: host.now };
  const worker = startWorker({ ...ports, ...choiceOf(choice), onError });
  const endTurns = isVirtual ? () => undefined : keepTurns(ports, onError);
  const silence = host.onMoved(() => worker.nudge());
  closing.push(async () => {
    silence();
    endTurns();
    await worker.stop();
  });
  return worker;
}

function choiceOf({ queues, concurrency }: WorkerChoice): WorkerChoice {
  return {
    ...(queues === undefined ? {} : { queues }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}

function originOf(kysely: Kysely<Tables>, { virtualStart, onError }: InstallationOptions): Promise<Origin> {
  if (virtualStart !== undefined) return Promise.resolve(createVirtualOrigin(virtualStart));
  return createOrigin({
    kysely,
    onJump: (jumpMs) => onError(new RangeError(`the database's clock moved by ${jumpMs} ms`)),
  });
}

interface OutsideParts {
  readonly kysely: Kysely<Tables>;
  readonly origin: Origin;
  readonly vault: Vault;
  readonly fetch: DeliveryPorts['fetch'];
}

function outsideOf(
  options: InstallationOptions,
  { kysely, origin, vault, fetch }: OutsideParts,
): OutsidePorts {
  const { settings = {}, reach = [], operations = {} } = options;
  const tokens = createTokenStore();
  // A breaker stays open by the process's own clock, which says nothing about a virtual one.
  const breakers = options.virtualStart === undefined ? { breakers: createBreakers() } : {};
  return ({ compiled }, asker) => ({
    ...{ fetch, tokens, ...breakers, reach },
    now: () => origin.now(),
    setting: (name) => (Object.hasOwn(settings, name) ? settings[name] : undefined),
    secret: (name) => vault.resolve({ tenant: asker.tenant, name }),
    connections: compiled.workflow.connections ?? {},
    localOperations: { ...localOperations(kysely, asker), ...operations },
  });
}
