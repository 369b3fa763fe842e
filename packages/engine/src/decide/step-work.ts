import type { Json, JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';
import type { Assigned } from './actor.ts';

/** What a step has gathered while active, and what it left behind. `visit` counts entries, from 1. */
export interface StepWork {
  readonly visit: number;
  readonly enteredAt: Instant;
  readonly leftAt?: Instant;
  /** Who last acted here, for `sameAs` and `notSameAs`. */
  readonly actedBy?: string;
  readonly draft?: JsonObject;
  readonly votes?: { readonly [seat: string]: Vote };
  readonly proofs?: { readonly [proof: string]: GivenProof };
  readonly route?: RouteWork;
  readonly childId?: string;
}

export interface Vote {
  readonly vote: 'yes' | 'no' | 'return';
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
  readonly returnTo?: string;
}

/** A proof as given: by which alternative (absent: the proof itself), and a digest of what it covers. */
export interface GivenProof {
  readonly alternative?: string;
  readonly by: string;
  readonly at: Instant;
  readonly digest: string;
}

/** A pass of offers at an assign step. `token` is the seq of the decision that made the pass: an older answer is stale. */
export interface RouteWork {
  readonly token: number;
  readonly passStartedAt: Instant;
  readonly ladder?: string;
  readonly rung?: string;
  /** When the present rung began; its windows are counted from here, however late the host came. */
  readonly rungStartedAt?: Instant;
  readonly asked: readonly string[];
  readonly offers: { readonly [offerId: string]: OfferWork };
  /** Hash of the routing record this pass was decided from. */
  readonly decision?: string;
}

export interface OfferWork {
  readonly assignee: Assigned;
  readonly state: 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'taken';
  readonly rung?: string;
  readonly leaseUntil: Instant;
  readonly score?: number;
  readonly deliveredAt?: Instant;
  readonly seenAt?: Instant;
  readonly answeredAt?: Instant;
  readonly reason?: Json;
}
