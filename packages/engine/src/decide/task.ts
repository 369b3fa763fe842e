import type { Instant } from '../time/instant.ts';

/** Work somebody has to do. Candidates see it; whoever claimed it owns it. */
export interface Task {
  readonly id: string;
  readonly kind: 'form' | 'vote' | 'proof' | 'choose' | 'ask';
  /** The step, or the effect of a side task. */
  readonly stepId: string;
  readonly proof?: string;
  readonly seat?: string;
  readonly form?: string;
  readonly stage: string;
  readonly candidates: { readonly roles: readonly string[]; readonly persons: readonly string[] };
  readonly claimedBy?: string;
  readonly openedAt: Instant;
}
