import type { Json, JsonObject } from '@paidan/engine/issue';
import type { Outcome } from '@paidan/engine/mapping';
import type { Connections } from '../contract/ready-operation.ts';
import type { ReachEntry } from '../network/allow-list.ts';
import type { SafeFetch } from '../network/safe-fetch.ts';
import type { TokenStore } from '../network/token-store.ts';
import type { Breakers } from './breaker.ts';

/** A function of the installation in place of a call, by `connection.operation`. What it throws is an unknown outcome. */
export type LocalOperation = (
  request: JsonObject,
  context: { readonly effectId: string },
) => Promise<Json | Outcome>;

/** Everything an attempt needs from outside. Nothing here reads the environment. */
export interface DeliveryPorts {
  /** The instant, ISO 8601. */
  readonly now: () => string;
  readonly setting: (name: string) => string | undefined;
  /** Read at the moment of sending and dropped after. */
  readonly secret: (name: string) => string | undefined | Promise<string | undefined>;
  /** The connections of the workflow version the effect belongs to. */
  readonly connections: Connections;
  readonly fetch: SafeFetch;
  /** What an administrator opened for every connection; a connection's own `reach` setting adds to it. */
  readonly reach?: readonly ReachEntry[];
  readonly tokens: TokenStore;
  readonly breakers?: Breakers;
  readonly localOperations?: { readonly [operation: string]: LocalOperation };
}
