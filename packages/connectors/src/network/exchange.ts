import { isIP, type LookupFunction } from 'node:net';
import { type Dispatcher, Pool } from 'undici';
import { mostPools } from './limits.ts';
import type { Exchanged, SafeRequest } from './safe-request.ts';
import { unpack } from './unpack.ts';

export interface Pools {
  exchange(request: SafeRequest, url: URL, address: string): Promise<Exchanged>;
  close(): Promise<void>;
}

/** Connections kept per origin and checked address. */
export function createPools(): Pools {
  const pools = new Map<string, Pool>();
  return {
    exchange: (request, url, address) => exchange(poolFor(pools, { request, url, address }), request, url),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

interface Place {
  readonly request: SafeRequest;
  readonly url: URL;
  readonly address: string;
}

function poolFor(pools: Map<string, Pool>, { request, url, address }: Place): Pool {
  const key = `${url.origin} ${address} ${request.connectMs}`;
  const known = pools.get(key);
  if (known !== undefined) return known;
  const [oldest] = pools.keys();
  if (pools.size >= mostPools && oldest !== undefined) {
    void pools.get(oldest)?.close();
    pools.delete(oldest);
  }
  const pool = new Pool(url.origin, {
    allowH2: false,
    connect: { timeout: request.connectMs, lookup: only(address) },
  });
  pools.set(key, pool);
  return pool;
}

/** A resolver that knows one answer, the checked one. */
function only(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, done) =>
    options.all === true ? done(null, [{ address, family }]) : done(null, address, family);
}

function exchange(pool: Pool, request: SafeRequest, url: URL): Promise<Exchanged> {
  return new Promise((settle) => {
    const listening = new Listening(request, settle);
    pool.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: { 'accept-encoding': 'gzip', ...request.headers },
        body: request.body ?? null,
      },
      listening,
    );
  });
}

/** One exchange under its time and size limits. Bytes leave only after `onRequestStart`: that tells not-sent from unknown. */
class Listening implements Dispatcher.DispatchHandler {
  readonly #request: SafeRequest;
  readonly #settle: (result: Exchanged) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #head: Head | undefined;
  #bytes = 0;
  #over = false;

  constructor(request: SafeRequest, settle: (result: Exchanged) => void) {
    this.#request = request;
    this.#settle = settle;
    this.#timer = setTimeout(() => this.#timeOut(), request.timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over) controller.abort(new Error('given up before the request left'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: { readonly [name: string]: string | string[] | undefined },
  ): void {
    this.#head = { status, headers: flat(headers) };
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
    if (this.#bytes <= this.#request.maxBodyBytes) return;
    this.#finish({ kind: 'broken', reason: 'unreadable', message: 'the answer is larger than allowed' });
    controller.abort(new Error('the answer is larger than allowed'));
  }

  onResponseEnd(): void {
    this.#finish(this.#head === undefined ? cutOff('no answer') : this.#answered(this.#head));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#finish(
      this.#controller === undefined
        ? { kind: 'not-sent', reason: 'connect', message: error.message }
        : cutOff(error.message),
    );
  }

  #answered(head: Head): Exchanged {
    const packed = Buffer.concat(this.#chunks);
    const body = unpack(packed, head.headers['content-encoding'], this.#request.maxBodyBytes);
    return body === undefined
      ? { kind: 'broken', reason: 'unreadable', message: 'the answer cannot be unpacked' }
      : { kind: 'answered', ...head, body };
  }

  #timeOut(): void {
    const message = `no answer within ${this.#request.timeoutMs} ms`;
    const sent = this.#controller !== undefined;
    this.#finish(
      sent
        ? { kind: 'broken', reason: 'timed-out', message }
        : { kind: 'not-sent', reason: 'connect', message },
    );
    this.#controller?.abort(new Error(message));
  }

  #finish(result: Exchanged): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#settle(result);
  }
}

interface Head {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
}

function cutOff(message: string): Exchanged {
  return { kind: 'broken', reason: 'cut-off', message };
}

function flat(headers: { readonly [name: string]: string | string[] | undefined }): {
  readonly [name: string]: string;
} {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
