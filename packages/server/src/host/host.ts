import type { Actor, CompiledWorkflow, Origin, Snapshot, Submission, WorkOrderEvent } from '@paidan/engine';
import type { Checked, Issue, Json, JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';

/** A person as the gate knows them: roles by workflow role id, rights of the installation, one tenant. */
export interface Person extends Actor {
  readonly tenant: string;
  readonly rights: readonly ('workflow' | 'people' | 'operate' | 'repair' | 'audit')[];
  readonly locale?: 'zh-CN' | 'en';
}

/** A published version: immutable, addressed by the hash of its canonical JSON. */
export interface Version {
  readonly hash: string;
  readonly workflowId: string;
  readonly compiled: CompiledWorkflow;
}

/** A work order as stored, with the version it is pinned to. */
export interface StoredWorkOrder {
  readonly tenant: string;
  readonly snapshot: Snapshot;
  readonly version: Version;
}

/** Every command has an id: the same id and fingerprint give the stored answer again, refusals included. */
export interface CommandId {
  readonly tenant: string;
  readonly commandId: string;
  /** Hash of method, path, actor and canonical body; another one under the same id is misuse. */
  readonly fingerprint: string;
}

type WithoutEnvelope<Event> = Event extends unknown ? Omit<Event, 'actor' | 'commandId'> : never;

/** An event as the caller brings it; the host adds who sent it. */
export type EventWithoutEnvelope = WithoutEnvelope<WorkOrderEvent>;

export type Answer =
  | { readonly kind: 'done'; readonly workOrderId: string; readonly seq: number; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[]; readonly replayed: boolean }
  | { readonly kind: 'unknown-work-order' }
  | { readonly kind: 'unknown-workflow' }
  | { readonly kind: 'command-id-reused' };

export interface StartRequest {
  readonly workflowId: string;
  readonly actor: Actor;
  /** Answers to the form of the first step. */
  readonly submission?: Omit<Submission, 'form' | 'lookups'>;
  /** Record values of a child, a linked or an imported work order. */
  readonly record?: JsonObject;
  readonly origin?: Origin;
}

/** After COMMIT, in this process. What other processes commit is read from the journal. */
export interface Moved {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly number: string;
  readonly workflowId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface LookupRequest {
  readonly tenant: string;
  readonly workflowId: string;
  readonly formId: string;
  readonly lookupId: string;
  readonly params: JsonObject;
  readonly actor: Actor;
  /** The work order in whose form the lookup is asked; absent before it exists. */
  readonly workOrderId?: string;
}

export interface LookupResult {
  readonly status: 'done' | 'absent' | 'deferred';
  readonly result?: Json;
}

/**
 * The one way in for screen, API, import, robot, phone and timers. Before COMMIT nothing happened, after it nothing is
 * lost. Ordinary answers are values; only outages and misuse throw (`WorkflowFault`).
 */
export interface Host {
  /** Parse, lint, compile, freeze by hash, move the channel. Running work orders stay on their version. */
  publish(
    document: unknown,
    by: { readonly tenant: string; readonly actorId: string; readonly note?: string },
  ): Promise<Checked<Version>>;
  version(tenant: string, workflowId: string): Promise<Version | undefined>;
  versionByHash(tenant: string, hash: string): Promise<Version | undefined>;
  start(request: StartRequest, command: CommandId): Promise<Answer>;
  /** Runs the form's lookups again before deciding; a client's lookup answers are never passed on. */
  send(workOrderId: string, event: EventWithoutEnvelope, actor: Actor, command: CommandId): Promise<Answer>;
  load(tenant: string, workOrderId: string): Promise<StoredWorkOrder | undefined>;
  /** One lookup of a form in progress, for screens. */
  lookup(request: LookupRequest): Promise<LookupResult>;
  /** Issues and evaluation of a first submission, without committing anything. */
  check(
    request: StartRequest,
    tenant: string,
  ): Promise<{ readonly issues: readonly Issue[]; readonly evaluation: JsonObject }>;
  /** Returns the function that stops listening. */
  onMoved(listener: (moved: Moved) => void): () => void;
  /** The instant decisions are made at: the database's, monotone; a virtual one in trials. */
  now(): Instant;
}
