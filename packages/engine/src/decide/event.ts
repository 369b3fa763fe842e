import type { LookupAnswer } from '../compile/forms-port.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';
import type { Actor, Assigned } from './actor.ts';

/** The envelope of every event. With `seq` the event is refused once the work order has moved on. */
interface Envelope {
  readonly actor: Actor;
  readonly commandId?: string;
  readonly seq?: number;
  /** What a device claims; kept beside the instant of the decision, never trusted as it. */
  readonly capturedAt?: Instant;
}

/** Answers to a form: of a step, of a side task (`step` = the effect's name) or of a proof. */
export interface Submission {
  readonly form: string;
  readonly hash?: string;
  readonly values: JsonObject;
  readonly was?: JsonObject;
  readonly edited?: readonly string[];
  readonly acknowledged?: readonly string[];
  readonly lookups?: { readonly [id: string]: LookupAnswer };
  readonly channel?: string;
}

export type PersonEvent =
  | ({
      readonly kind: 'submit';
      readonly step: string;
      readonly proof?: string;
      readonly alternative?: string;
    } & Submission)
  | { readonly kind: 'save'; readonly step: string; readonly values: JsonObject }
  | { readonly kind: 'claim' | 'release'; readonly task: string }
  | { readonly kind: 'transfer'; readonly task: string; readonly to: Assigned }
  | {
      readonly kind: 'vote';
      readonly step: string;
      readonly seat: string;
      readonly vote: 'yes' | 'no' | 'return';
      readonly note?: string;
      readonly returnTo?: string;
    }
  | {
      readonly kind: 'override';
      readonly step: string;
      readonly assignee: Assigned;
      readonly reason: string;
      readonly note?: string;
      readonly broken: readonly string[];
      readonly secondApprover?: string;
      readonly decision?: string;
    }
  | { readonly kind: 'arrive' | 'depart' | 'leave' }
  | { readonly kind: 'plan'; readonly plannedAt: Instant; readonly visitMs?: number }
  | { readonly kind: 'comment'; readonly text: string; readonly unprompted?: boolean }
  | { readonly kind: 'message'; readonly to: string; readonly text: string; readonly automatic?: boolean }
  | { readonly kind: 'send'; readonly event: string; readonly payload?: JsonObject };

/** Offers and their answers. `token` is that of the pass; the end of a ladder is `escalated` or `exhausted`. */
export type RouteEvent =
  | {
      readonly kind: 'offered';
      readonly step: string;
      readonly token: number;
      readonly ladder: string;
      readonly rung: string;
      readonly offers: {
        readonly [offerId: string]: {
          readonly assignee: Assigned;
          readonly score?: number;
          /** Where a person's window ends before the rung's: their shift may. */
          readonly leaseUntil?: Instant;
        };
      };
      /** When the rung began; absent, at this decision. */
      readonly startedAt?: Instant;
      readonly leaseUntil: Instant;
      /** The role to be told that the rung has begun. */
      readonly tell?: string;
      readonly decision: string;
    }
  | {
      readonly kind: 'assigned';
      readonly step: string;
      readonly token: number;
      readonly rung: string;
      readonly assignee: Assigned;
      readonly decision: string;
    }
  | {
      readonly kind: 'waiting';
      readonly step: string;
      readonly token: number;
      readonly ladder: string;
      readonly rung: string;
      readonly startedAt?: Instant;
      readonly again: Instant;
      /** The role to be told that nobody is found. */
      readonly alarm?: string;
      readonly decision: string;
    }
  | {
      readonly kind: 'escalated';
      readonly step: string;
      readonly token: number;
      readonly rung: string;
      readonly to: Assigned;
      readonly decision: string;
    }
  | { readonly kind: 'exhausted'; readonly step: string; readonly token: number; readonly decision: string }
  | { readonly kind: 'delivered' | 'seen'; readonly step: string; readonly offer: string }
  | { readonly kind: 'accepted'; readonly step: string; readonly offer: string; readonly token: number }
  | {
      readonly kind: 'declined';
      readonly step: string;
      readonly offer: string;
      readonly token: number;
      readonly reason: string;
    }
  | { readonly kind: 'withdrawn'; readonly step: string; readonly offer: string; readonly reason: string }
  | { readonly kind: 'released'; readonly role: string; readonly reason: string };

/** How an effect went. Not `final`: more attempts follow, and a later outcome may still replace this one. */
export interface EffectOutcome {
  readonly kind: 'succeeded' | 'refused' | 'failed' | 'unknown';
  readonly output?: Json;
  readonly receipt?: Json;
  readonly code?: string;
  readonly message?: string;
  readonly attempt?: number;
  readonly nextAt?: Instant;
}

export type OutsideEvent =
  | {
      readonly kind: 'settled';
      readonly effect: string;
      readonly outcome: EffectOutcome;
      readonly final: boolean;
    }
  | {
      readonly kind: 'attempted';
      readonly effect: string;
      readonly state: 'retrying' | 'unknown' | 'held';
      readonly attempt: number;
      readonly nextAt?: Instant;
      readonly code?: string;
    }
  | {
      readonly kind: 'heard';
      readonly listener: string;
      readonly event: string;
      readonly deliveryId: string;
      readonly payload: JsonObject;
    }
  | {
      readonly kind: 'childEnded';
      readonly child: string;
      readonly outcome: 'done' | 'failed' | 'cancelled';
      readonly record: JsonObject;
    };

export type TimeEvent =
  | { readonly kind: 'timerDue'; readonly timer: string; readonly token: number }
  | { readonly kind: 'rungDue'; readonly clock: string; readonly rung: string; readonly token: number };

export type AdminEvent =
  | { readonly kind: 'suspend' | 'resume'; readonly reason: string }
  | { readonly kind: 'cancelByParent'; readonly reason: string };

/** Everything that can happen to a work order. A new kind is a compile error wherever it must be handled. */
export type WorkOrderEvent = (PersonEvent | RouteEvent | OutsideEvent | TimeEvent | AdminEvent) & Envelope;
