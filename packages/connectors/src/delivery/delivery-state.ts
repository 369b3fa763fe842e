import type { Outcome } from '@paidan/engine/mapping';

/** What the other side holds under our reference, asked in mode `probe`. */
export type Found =
  | { readonly kind: 'same'; readonly outcome: Extract<Outcome, { kind: 'succeeded' }> }
  | { readonly kind: 'different' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unanswered' };

/** One attempt: the call was sent, or the question was asked. A worker that never came back was `unknown: worker-died`. */
export type Attempted =
  | { readonly kind: 'sent'; readonly outcome: Outcome }
  | { readonly kind: 'asked'; readonly found: Found };

/** Everything the next step depends on, plain JSON; the host keeps it in the effect's row. */
export interface DeliveryState {
  readonly firstAt: string;
  /** Attempts that count against the limit. */
  readonly used: number;
  /** Attempts of any kind since the last change of pace. */
  readonly tries: number;
  /** What the flow has heard so far; from then on attempts are slow. */
  readonly raised?: 'refused' | 'failed' | 'unknown';
  /** Since when the question has said "not there". */
  readonly absentSince?: string;
  /** Whether a call may have been carried out without our knowing. */
  readonly doubtful: boolean;
}

export type Raised = 'succeeded' | 'refused' | 'failed' | 'unknown';

/**
 * What to do next. `raise` is the outcome the flow hears now; `wait` sends again after a call that did nothing, `resend`
 * after one whose fate is unknown but may be repeated, `ask` asks the other side, `incident` is for a person.
 */
export type NextStep =
  | { readonly kind: 'settle'; readonly raise: 'succeeded' | 'refused' }
  | {
      readonly kind: 'wait' | 'resend' | 'ask';
      readonly dueAt: string;
      readonly raise?: 'failed' | 'unknown';
    }
  | {
      readonly kind: 'incident';
      readonly reason: 'unknown' | 'differs' | 'credential' | 'dead-letter';
      readonly raise?: 'refused' | 'failed' | 'unknown';
    };
