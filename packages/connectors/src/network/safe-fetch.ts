import { lookup } from 'node:dns/promises';
import { hostOf, type Judged, judgeUrl, literalOf, mayReach, portOf } from './address-guard.ts';
import type { ReachEntry } from './allow-list.ts';
import { createPools, type Pools } from './exchange.ts';
import { mostHops } from './limits.ts';
import type { Exchanged, SafeRequest } from './safe-request.ts';

/** The only way out: one request through the guard. Never throws; what happened comes back as data. */
export type SafeFetch = (request: SafeRequest) => Promise<Exchanged>;

/** Every address a name resolves to. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/**
 * A `SafeFetch` with its pool of connections; `close` ends them. All answers of the resolver are checked and the
 * connection goes to a checked address, so that a second, different answer cannot be connected to.
 */
export function openSafeFetch(options: { readonly resolve?: Resolve } = {}): {
  readonly fetch: SafeFetch;
  readonly close: () => Promise<void>;
} {
  const pools = createPools();
  const resolve = options.resolve ?? resolveAll;
  return { fetch: (request) => follow({ pools, resolve }, request, 0), close: () => pools.close() };
}

interface Way {
  readonly pools: Pools;
  readonly resolve: Resolve;
}

async function follow(way: Way, request: SafeRequest, hops: number): Promise<Exchanged> {
  const judged = judgeUrl(request.url, request.reach);
  if (judged.kind === 'refused') return notSent(judged);
  const address = await checkedAddress(way, judged.url, request.reach);
  if (address.kind !== 'address') return address;
  const answer = await way.pools.exchange(request, judged.url, address.address);
  const next = redirectOf(request, judged.url, answer);
  if (next === undefined) return answer;
  if (next === 'refused' || hops >= mostHops)
    return { kind: 'not-sent', reason: 'redirect', message: 'a redirect was refused' };
  return follow(way, next, hops + 1);
}

type CheckedAddress =
  | { readonly kind: 'address'; readonly address: string }
  | Extract<Exchanged, { kind: 'not-sent' }>;

async function checkedAddress(way: Way, url: URL, reach: readonly ReachEntry[]): Promise<CheckedAddress> {
  const literal = literalOf(url);
  if (literal !== undefined) return { kind: 'address', address: literal };
  const found = await way.resolve(hostOf(url)).catch(() => []);
  const [first] = found;
  if (first === undefined)
    return { kind: 'not-sent', reason: 'dns', message: `${hostOf(url)} does not resolve` };
  const inside = found.find((address) => !mayReach(reach, { host: hostOf(url), address, port: portOf(url) }));
  if (inside !== undefined) return notSent({ kind: 'refused', reason: 'address' });
  return { kind: 'address', address: first };
}

/** Only reads follow a redirect: a write that is sent elsewhere would be another call than the one declared. */
function redirectOf(request: SafeRequest, from: URL, answer: Exchanged): SafeRequest | 'refused' | undefined {
  if (answer.kind !== 'answered' || request.method !== 'GET') return undefined;
  const location = answer.headers['location'];
  if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return 'refused';
  const to = new URL(location, from.href);
  if (from.protocol === 'https:' && to.protocol !== 'https:') return 'refused';
  const written = URL.canParse(location) ? location : to.href;
  return {
    ...request,
    url: written,
    headers: to.origin === from.origin ? request.headers : withoutCredentials(request),
  };
}

const harmless = new Set(['accept', 'user-agent', 'paidan-delivery-id']);

function withoutCredentials(request: SafeRequest): SafeRequest['headers'] {
  return Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => harmless.has(name.toLowerCase())),
  );
}

function notSent(judged: Extract<Judged, { kind: 'refused' }>): Extract<Exchanged, { kind: 'not-sent' }> {
  return { kind: 'not-sent', reason: 'guard', message: `refused by the network guard: ${judged.reason}` };
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
