import type { Actor, Decision, Snapshot, WorkOrderEvent } from '@paidan/engine';
import type { Json, JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A work order as it stands: what the next decision is made on. */
export interface LoadedWorkOrder {
  readonly tenant: string;
  readonly snapshot: Snapshot;
  readonly nextDueAt?: Instant;
  readonly journalHead: string;
}

/** What lists and clocks need of the next snapshot; read from it by the host with the compiled workflow. */
export interface Standing {
  readonly stage?: string;
  readonly steps: readonly string[];
  /** The earliest instant at which a timer or a rung of a clock is due. */
  readonly nextDueAt?: Instant;
}

/** The event that starts a work order, as the journal keeps it. */
export interface StartEvent {
  readonly kind: 'start';
  readonly input: JsonObject;
  readonly actor: Actor;
}

/** A job whose work this decision is: it is completed in the same transaction. */
export interface FinishedJob {
  readonly queue: string;
  readonly id: string;
  readonly retryCount: number;
}

/** One decision, with all that has to be remembered of it. */
export interface CommitInput {
  readonly workOrderId: string;
  readonly tenant: string;
  readonly commandId: string;
  /** Hash of the request; the same command id with another fingerprint is a different request. */
  readonly fingerprint: string;
  readonly event: WorkOrderEvent | StartEvent;
  readonly receivedAt: Instant;
  /** When it was decided. A moved snapshot carries the same instant. */
  readonly at: Instant;
  /** What was decided on; absent for a start. Its seq is what the commit compares. */
  readonly before?: LoadedWorkOrder;
  readonly decision: Decision;
  readonly standing?: Standing;
  /** What the caller is told, now and whenever the command is repeated. */
  readonly answer: Json;
  readonly job?: FinishedJob;
  /** Further writes of the same transaction; run only when this decision was taken in. */
  readonly alongside?: (transaction: Transaction<Tables>, decision: Decision) => Promise<void>;
}

/**
 * `lost`: somebody else decided first, or the command is known already; nothing of this decision was
 * written.
 */
export type CommitOutcome =
  | { readonly kind: 'committed'; readonly after?: LoadedWorkOrder }
  | { readonly kind: 'lost' };
