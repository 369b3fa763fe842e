import type { Worker } from '../jobs/worker.ts';
import { addCustomers } from '../store/customers.ts';
import { savePeople } from '../store/people.ts';
import { readConfiguration } from './configuration.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type Listening, listen } from './listen.ts';
import type { VirtualOrigin } from './origin.ts';
import { publishAll } from './publish-all.ts';
import { type OpenedScreens, openScreens } from './screens.ts';
import type { Server, ServerOptions } from './server.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';
import { workOrdersOf } from './work-orders.ts';

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
    people: {
      save: (people) =>
        savePeople(
          kysely,
          people.map((one) => ({ ...one, tenant })),
          host.now(),
        ),
    },
    customers: {
      add: (customers) =>
        addCustomers(
          kysely,
          customers.map((one) => ({ ...one, tenant })),
        ),
    },
    secrets: { write: (name, value) => vault.write({ tenant, name, value, by: 'system' }) },
    accounts: { put: async (account) => screens?.putAccount({ ...account, tenant }) },
    close: async () => {
      await listening?.close();
      await installation.close();
    },
  };
  screens = await openScreens({
    options,
    installation,
    tenant,
    server,
    url: () => listening?.url ?? 'http://localhost',
  });
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
