import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';

/** Silence is `expired`, never a refusal; `taken` means that somebody else of the same rung accepted. */
export type OfferState = 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'taken';

/** A lease on a place in somebody's day. */
export interface Offer {
  readonly assigneeId: string;
  readonly state: OfferState;
  /** The decision that made it; an answer must carry the same. */
  readonly token: number;
  /** Live while an answer is received before it; at this instant exactly it is over. */
  readonly leaseUntil: string;
  readonly seenAt?: string;
  readonly endedAt?: string;
  /** Why it was declined or withdrawn. */
  readonly reason?: string;
}

/** The offers of one work order, keyed by offer id, with what is needed to judge an acceptance again. */
export interface OfferRound {
  readonly workOrderId: string;
  readonly offers: { readonly [offerId: string]: Offer };
  readonly policy: CompiledPolicy;
  /** Facts as they are when the answer arrives: certificate and capacity must still hold. */
  readonly workOrder: WorkOrderFacts;
  readonly assignees: readonly AssigneeFacts[];
}

/** What somebody says to an offer. `receivedAt` is the server's time and an argument of `acceptOffer`. */
export interface OfferAnswer {
  readonly kind: 'accept' | 'decline' | 'seen';
  readonly offerId: string;
  readonly token: number;
  readonly assigneeId: string;
  readonly reason?: string;
}

/** The offers of a round after an answer; `next` of it goes into the same commit as the answer. */
export interface AnsweredRound {
  readonly offers: { readonly [offerId: string]: Offer };
  /** Who holds the work order now, if the answer was an acceptance. */
  readonly acceptedBy?: string;
  /** Offers that stood beside the accepted one and give their places back. */
  readonly withdrawn: readonly string[];
  /** True when nobody is left to answer: the next rung is due at once. */
  readonly isSpent: boolean;
}
