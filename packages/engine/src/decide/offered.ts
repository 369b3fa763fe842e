import type { Because } from './permission.ts';

/** An act as a screen offers it: what to send, without what only the person can add. */
export type OfferedEvent =
  | {
      readonly kind: 'submit';
      readonly step: string;
      readonly form: string;
      readonly task: string;
      readonly proof?: string;
      readonly alternative?: string;
    }
  | {
      readonly kind: 'vote';
      readonly step: string;
      readonly seat: string;
      readonly task: string;
      readonly returnTo: readonly string[];
    }
  | { readonly kind: 'override'; readonly step: string; readonly task?: string }
  | {
      readonly kind: 'accepted' | 'declined';
      readonly step: string;
      readonly offer: string;
      readonly token: number;
    }
  | { readonly kind: 'arrive' | 'depart' | 'leave' | 'plan' | 'comment' }
  | { readonly kind: 'send'; readonly event: string };

export interface Offered {
  readonly event: OfferedEvent;
  /** Whether every reason holds. */
  readonly available: boolean;
  readonly because: readonly Because[];
}
