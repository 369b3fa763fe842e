import type { AnswerOf, BodyOf, OperationId, Problem, Route } from '@paidan/server/contract';
import { routes } from '@paidan/server/contract';
import type { Origin } from './origin-port.ts';

/** What the server said, or that it could not be asked. `problem` is made here only when nobody answered. */
export type Reply<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'outage'; readonly problem: Problem };

export interface Asked<Operation extends OperationId> {
  readonly params?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string | undefined };
  readonly body?: BodyOf<Operation>;
  /** Of a write: the same over all repeats of one act. A fresh one when absent. */
  readonly commandId?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpClient {
  readonly call: <Operation extends OperationId>(
    operation: Operation,
    asked?: Asked<Operation>,
  ) => Promise<Reply<AnswerOf<Operation>>>;
}

export interface ClientSettings {
  /** Where the server is mounted, without a slash at the end; empty for the page's own. */
  readonly url: string;
  readonly origin: Origin;
  readonly locale: () => string;
  readonly fetch?: typeof fetch;
  /** The customer's page speaks for its link alone, whoever else is signed in in this browser. */
  readonly isCustomer?: boolean;
}

/** The contract as calls: one `Idempotency-Key` per act, a problem for everything that is not an answer. */
export function createHttpClient({ url, origin, locale, ...settings }: ClientSettings): HttpClient {
  const ask = settings.fetch ?? ((input, init) => fetch(input, init));
  return {
    call: async (operation, asked = {}) => {
      const route: Route = routes[operation];
      const { commandId = origin.newId(), body, signal } = asked;
      const isWrite = route.method !== 'get';
      const headers = {
        Accept: 'application/json',
        'Accept-Language': locale(),
        ...(settings.isCustomer === true ? { 'Paidan-As': 'customer' } : {}),
        ...(isWrite ? { 'Idempotency-Key': commandId } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      };
      const init: RequestInit = {
        method: route.method.toUpperCase(),
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      };
      try {
        return await readReply(await ask(`${url}/api${pathOf(route.path, asked)}`, init));
      } catch (cause) {
        if (signal?.aborted === true) throw cause;
        return { kind: 'outage', problem: unreachable(String(cause)) };
      }
    },
  };
}

/** The path with its parameters filled in and its query behind; a parameter is always one segment. */
export function pathOf(
  path: string,
  { params = {}, query = {} }: Pick<Asked<OperationId>, 'params' | 'query'>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return search.size === 0 ? filled : `${filled}?${search}`;
}

async function readReply<Value>(response: Response): Promise<Reply<Value>> {
  const text = await response.text();
  if (response.ok) return { kind: 'done', value: text === '' ? undefined : JSON.parse(text) };
  const isProblem = response.headers.get('content-type')?.includes('json') === true;
  if (!isProblem) return { kind: 'outage', problem: unreachable(String(response.status), response.status) };
  const problem: Problem = JSON.parse(text);
  return { kind: response.status >= 500 ? 'outage' : 'refused', problem };
}

function unreachable(detail: string, status = 0): Problem {
  return {
    type: '/problems/client/unreachable',
    code: 'client/unreachable',
    status,
    title: '',
    detail,
    instance: '',
    remedy: 'retry',
    reference: '',
    issues: [],
  };
}
