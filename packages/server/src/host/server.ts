import type { LocalOperation, ReachEntry } from '@paidan/connectors';
import type { Actor } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { DemoPort } from '../api/api-ports.ts';
import type { Customer } from '../store/customers.ts';
import type { Person } from '../store/people.ts';
import type { Moved } from './host.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { WorkOrders } from './work-orders.ts';

/** A foreign sign-in: who sent a request, or nobody. */
export type OwnSignIn = (
  request: Request,
) => Promise<(Actor & { readonly tenant?: string }) | null | undefined>;

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
  readonly accounts: {
    put(account: { personId: string; name: string; email: string; password: string }): Promise<void>;
  };
  /** Only with `virtualStart`. */
  readonly time?: VirtualTime;
  close(): Promise<void>;
}
