import type { LocalOperation, ReachEntry } from '@paidan/connectors';
import type { JsonObject } from '@paidan/engine/issue';
import type { DemoPort } from '../api/api-ports.ts';
import type { Worker } from '../jobs/worker.ts';
import { addCustomers, type Customer } from '../store/customers.ts';
import { type Person, savePeople } from '../store/people.ts';
import { readConfiguration } from './configuration.ts';
import { type Listening, listen } from './listen.ts';
import type { Moved } from './host.ts';
import { type Installation, openInstallation } from './installation.ts';
import type { VirtualOrigin } from './origin.ts';
import { publishAll } from './publish-all.ts';
import { type OpenedScreens, openScreens, type OwnSignIn } from './screens.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';
import { type WorkOrders, workOrdersOf } from './work-orders.ts';

export interface ServerOptions {
  /** PostgreSQL ≥ 15 of your own; the embedded one when absent. */
  readonly databaseUrl?: string;
  /** Where the embedded database, media and key file live; `./.paidan` when absent. */
  readonly dataDir?: string;
  /** Paths of documents, or bundled documents; published in this order when they are new. */
  readonly workflows: readonly (string | JsonObject)[];
  /** Replaces the built-in sign-in: who sent a request, or nobody. */
  readonly signIn?: OwnSignIn;
  /** Local functions in place of calls, by `connection.operation`. */
  readonly operations?: { readonly [operation: string]: LocalOperation };
  /** Without it no port is opened and `fetch` is mounted elsewhere. Port 0 is a free one. */
  readonly listen?: { readonly port: number; readonly hostname?: string };
  readonly tenant?: string;
  readonly settings?: { readonly [name: string]: string };
  readonly reach?: readonly ReachEntry[];
  /** Folder of built screens, served beside the API. */
  readonly screens?: string;
  /** False where other processes perform the jobs. */
  readonly worker?: boolean;
  readonly demo?: (server: Server) => DemoPort;
  /** Time stands still until `server.time` moves it. For trials and tests; refused in production. */
  readonly virtualStart?: string;
  readonly onError?: (error: unknown) => void;
}

export interface Server {
  /** Where it listens; absent without `listen`. */
  readonly url?: string;
  readonly fetch: (request: Request) => Promise<Response>;
  workOrders(workflowId: string): WorkOrders;
  /** Told after COMMIT of every move this process made; returns the function that stops it. */
  on(event: 'moved', listener: (moved: Moved) => void): () => void;
  readonly people: { save(people: readonly Omit<Person, 'tenant'>[]): Promise<void> };
  readonly customers: { add(customers: readonly Omit<Customer, 'tenant'>[]): Promise<void> };
  readonly secrets: { write(name: string, value: string): Promise<void> };
  /** Accounts of the built-in sign-in. */
  readonly accounts: { put(account: { personId: string; name: string; email: string; password: string }): Promise<void> };
  /** Only with `virtualStart`. */
  readonly time?: VirtualTime;
  close(): Promise<void>;
}

/**
 * A durable Paidan server: embedded PostgreSQL unless `databaseUrl` says otherwise, every route under `/api`, workers.
 * Throws a `WorkflowFault` with a remedy when it cannot start, and `document/refused` when a workflow has errors.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { tenant = 'default', onError = reportToStderr, worker: performs = true } = options;
  const installation = await openInstallation({ ...readConfiguration(process.env), ...options, onError });
  try {
    await publishAll(installation, tenant, options.workflows);
    const worker = performs ? installation.startWorker() : undefined;
    return await assemble({ options, installation, tenant, worker });
  } catch (error) {
    await installation.close();
    throw error;
  }
}

interface Assembling {
  readonly options: ServerOptions;
  readonly installation: Installation;
  readonly tenant: string;
  readonly worker: Worker | undefined;
}

async function assemble({ options, installation, tenant, worker }: Assembling): Promise<Server> {
  const { host, origin, kysely, vault } = installation;
  let screens: OpenedScreens | undefined;
  let listening: Listening | undefined;
  const time = timeOf(options, installation, worker);
  const server: Server = {
    ...(time === undefined ? {} : { time }),
    get url() {
      return listening?.url ?? '';
    },
    fetch: async (request) => (await screens?.fetch(request)) ?? new Response(null, { status: 503 }),
    workOrders: (id) => workOrdersOf({ host, tenant, newId: () => origin.newId() }, id),
    on: (_event, listener) => host.onMoved(listener),
    people: { save: (people) => savePeople(kysely, people.map((one) => ({ ...one, tenant })), host.now()) },
    customers: { add: (customers) => addCustomers(kysely, customers.map((one) => ({ ...one, tenant }))) },
    secrets: { write: (name, value) => vault.write({ tenant, name, value, by: 'system' }) },
    accounts: { put: async (account) => screens?.putAccount({ ...account, tenant }) },
    close: async () => {
      await listening?.close();
      await installation.close();
    },
  };
  screens = await openScreens({ options, installation, tenant, server, url: () => listening?.url ?? 'http://localhost' });
  if (options.listen !== undefined) listening = await listen(server.fetch, options.listen);
  return server;
}

function timeOf(
  { virtualStart }: ServerOptions,
  installation: Installation,
  worker: Worker | undefined,
): VirtualTime | undefined {
  if (virtualStart === undefined || worker === undefined) return undefined;
  return virtualTime(installation, installation.origin as VirtualOrigin, worker);
}

function reportToStderr(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
