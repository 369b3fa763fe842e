import type { Delivery, Retry } from '../author/definition/delivery.ts';
import type { Outcome } from '../mapping/outcome.ts';

/** One attempt: the call was sent, or the other side was asked what it holds under our reference. */
export type Attempted =
  | { readonly kind: 'sent'; readonly outcome: Outcome }
  | { readonly kind: 'asked'; readonly found: Found };

export type Found =
  | { readonly kind: 'same'; readonly outcome: Extract<Outcome, { kind: 'succeeded' }> }
  | { readonly kind: 'different' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unanswered' };

export interface DeliveryState {
  readonly firstAt: string;
  readonly used: number;
  readonly tries: number;
  readonly raised?: 'refused' | 'failed' | 'unknown';
  readonly absentSince?: string;
  readonly doubtful: boolean;
}

export type NextStep =
  | { readonly kind: 'settle'; readonly raise: 'succeeded' | 'refused' }
  | {
      readonly kind: 'wait' | 'resend' | 'ask';
      readonly dueAt: string;
      readonly raise?: 'failed' | 'unknown';
    }
  | {
      readonly kind: 'incident';
      readonly reason: string;
      readonly raise?: 'refused' | 'failed' | 'unknown';
    };

/**
 * The step after an attempt, as the host takes it; `afterOutcome` of connectors is one. Must be pure: the same attempts
 * give the same steps.
 */
export type DeliveryTable = (input: {
  readonly effectId: string;
  readonly delivery: Delivery;
  readonly retry?: Retry | undefined;
  readonly state?: DeliveryState | undefined;
  readonly attempted: Attempted;
  readonly at: string;
}) => { readonly next: NextStep; readonly state: DeliveryState };

/** Without a table one attempt is all there is. */
export const oneAttempt: DeliveryTable = ({ attempted, at }) => {
  const state: DeliveryState = { firstAt: at, used: 1, tries: 1, doubtful: false };
  const kind = attempted.kind === 'sent' ? attempted.outcome.kind : 'unknown';
  if (kind === 'succeeded' || kind === 'refused') return { next: { kind: 'settle', raise: kind }, state };
  const raise = kind === 'unknown' ? 'unknown' : 'failed';
  return { next: { kind: 'incident', reason: 'one-attempt', raise }, state };
};
