import type { Actor } from '@paidan/engine';
import type { MessagePattern } from '@paidan/engine/issue';
import type { AssigneeFacts, Policy, WorkOrderFacts } from '@paidan/engine/routing';
import type { Me } from '../contract/people.ts';
import type { SignIn } from '../gate/sign-in.ts';
import type { Heard, News } from '../host/hear/hear.ts';
import type { Host, Person, StoredWorkOrder } from '../host/host.ts';
import type { Database } from '../store/database.ts';
import type { Logger } from '../telemetry/logger.ts';

/** All that a routing decision about waiting work orders is made from. */
export interface RoutingInput {
  readonly policy: Policy;
  readonly at: string;
  readonly workOrders: readonly WorkOrderFacts[];
  readonly assignees: readonly AssigneeFacts[];
}

export interface Settlement {
  readonly tenant: string;
  readonly incidentId: string;
  readonly act: 'retry' | 'succeeded' | 'skip';
  readonly reason: string;
  readonly by: Actor;
  readonly commandId: string;
}

/** A text for one number; `id` is the same for a repeat. */
export interface SentText {
  readonly id: string;
  readonly mobile: string;
  readonly text: MessagePattern;
  readonly parameters: { readonly [name: string]: string };
}

/** What a demo adds: taking somebody's place, and beginning again. */
export interface DemoPort {
  facts(tenant: string): Promise<Omit<NonNullable<Me['demo']>, 'resets'>>;
  /** The session cookie of that person, or `undefined` when there is no such person. */
  takePlace(request: Request, personId: string): Promise<string | undefined>;
  /** Begins again; absent where this demo cannot. */
  reset?(): Promise<void>;
}

/** What the HTTP side is a function of. */
export interface ApiPorts {
  readonly host: Host;
  readonly kysely: Database['kysely'];
  readonly signIn: SignIn;
  /** Answers below `/api/auth`; absent where a host signs in itself. */
  readonly auth?: (request: Request) => Promise<Response>;
  /** Makes links and signs cursors; derived from the master key. */
  readonly secret: string;
  /** The address people open; asked late, because the port may be chosen at start. */
  readonly publicUrl: () => string;
  readonly newId: () => string;
  /** What the policy of an assign step would be asked now about these work orders of one version and step. */
  readonly routingInput: (
    waiting: readonly StoredWorkOrder[],
    step: string,
  ) => Promise<RoutingInput | undefined>;
  readonly settleIncident: (settlement: Settlement) => Promise<'settled' | 'unknown' | 'already-settled'>;
  readonly hear?: (news: News) => Promise<Heard>;
  /** Sends a text to a customer's number; false when no channel carried it. Without it no code is sent. */
  readonly sendText?: (order: StoredWorkOrder, sent: SentText) => Promise<boolean>;
  /** Where uploads are kept; without it `/api/uploads` is not there. */
  readonly uploads?: { readonly directory: string; readonly maxBytes?: number };
  readonly demo?: DemoPort;
  /** The built screens; without it only `/api` is answered. */
  readonly screens?: { readonly directory: string };
  /** Why this process should get no requests now; nothing when it should. */
  readonly hindrances: () => Promise<readonly string[]>;
  /** Checks every answer against its schema, in tests and demo; a wrong one is a fault. */
  readonly checkAnswers?: boolean;
  readonly log?: Logger;
  readonly frameAncestors?: readonly string[];
  /** Address of the caller, where the server knows it. */
  readonly addressOf?: (request: Request) => string;
}

/** The tenant's own person, as journal and screens name them. */
export function actorOf(person: Person): Actor {
  const { id, name, roles, onBehalfOf } = person;
  return { id, name, roles, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}
