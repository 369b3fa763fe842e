import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono, type Next } from 'hono';
import { type CallLog, openCallLog } from './calls.ts';
import { createFaults, type FaultSwitches } from './faults.ts';

export type Bindings = { readonly Bindings: HttpBindings };

/** What a stand-in's routes are given. `now` is the instant in milliseconds. */
export interface Surroundings {
  readonly app: Hono<Bindings>;
  readonly faults: FaultSwitches;
  readonly now: () => number;
}

/** One outside system: its routes, and how it words an error inside an HTTP 200. */
export interface SystemKind {
  readonly errorIn200: unknown;
  readonly routes: (surroundings: Surroundings) => void;
}

export interface StandIn {
  readonly url: string;
  readonly calls: CallLog['all'];
  readonly setFaults: FaultSwitches['set'];
  /** Stops listening: every connection is refused until `resume`. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on 127.0.0.1 with its own data; port 0 takes a free one. */
export async function startStandIn(
  kind: SystemKind,
  options: { readonly port?: number; readonly now: () => number; readonly logFile?: string },
): Promise<StandIn> {
  const log = openCallLog(options.logFile);
  const faults = createFaults();
  const app = new Hono<Bindings>();
  app.get('/_calls', (c) => c.json(log.all()));
  app.get('/_faults', (c) => c.json(faults.all()));
  app.put('/_faults', async (c) => {
    faults.set(await c.req.json());
    return c.json(faults.all());
  });
  app.use('*', async (c, next) => {
    if (new URL(c.req.url).pathname.startsWith('/_')) return next();
    return withFaults({ c, next, faults, log, now: options.now, errorIn200: kind.errorIn200 });
  });
  kind.routes({ app, faults, now: options.now });
  const server = createServer(getRequestListener(app.fetch));
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    calls: log.all,
    setFaults: faults.set,
    pause: () => stop(server),
    resume: async () => void (await listen(server, port)),
    close: async () => {
      await stop(server);
      log.close();
    },
  };
}

interface Arrival {
  readonly c: Context<Bindings>;
  readonly next: Next;
  readonly faults: FaultSwitches;
  readonly log: CallLog;
  readonly now: () => number;
  readonly errorIn200: unknown;
}

async function withFaults({ c, next, faults, log, now, errorIn200 }: Arrival): Promise<Response | undefined> {
  const { pathname, search } = new URL(c.req.url);
  const { method } = c.req;
  const take = (name: Parameters<FaultSwitches['take']>[0]) => faults.take(name, method, pathname);
  const at = new Date(now()).toISOString();
  log.add({
    at,
    method,
    path: pathname + search,
    headers: c.req.header(),
    body: await c.req.raw.clone().text(),
  });
  const latency = take('latency');
  if (latency !== undefined) await new Promise((done) => setTimeout(done, latency.ms ?? 200));
  if (take('outage') !== undefined) return dropped(c);
  if (take('serverError') !== undefined) return c.text('Internal Server Error', 500);
  const throttle = take('throttle');
  if (throttle !== undefined)
    return c.json({ code: 42900, message: '请求过于频繁' }, 429, {
      'Retry-After': String(throttle.retryAfter ?? 120),
    });
  if (take('errorIn200') !== undefined) return c.json(errorIn200 as never);
  if (take('proxyPage') !== undefined) return c.html('<html><body>Gateway: please sign in</body></html>');
  await next();
  if (take('commitThenTimeout') !== undefined) await closed(c.env.outgoing as ServerResponse);
  return take('cutOff') === undefined ? undefined : dropped(c);
}

/** The connection ends without a byte of an answer. */
async function dropped(c: Context<Bindings>): Promise<Response> {
  c.env.incoming.socket.destroy();
  return c.body(null);
}

function closed(outgoing: ServerResponse): Promise<unknown> {
  return outgoing.destroyed ? Promise.resolve() : once(outgoing, 'close');
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
