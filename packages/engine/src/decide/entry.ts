import type { Json } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';

/**
 * One fact for the journal. `pointer` leads into the published version; a condition keeps the values of exactly its
 * free variables, so that `explain` and replay need nothing else.
 */
export type Entry =
  | { readonly kind: 'started'; readonly number: string; readonly origin?: string }
  | {
      readonly kind: 'step-entered' | 'step-left';
      readonly step: string;
      readonly visit: number;
      readonly pointer: string;
    }
  | { readonly kind: 'stage-entered' | 'stage-left'; readonly stage: string }
  | {
      readonly kind: 'transition-taken';
      readonly step: string;
      readonly transition: string;
      readonly pointer: string;
    }
  | {
      readonly kind: 'condition-asked';
      readonly pointer: string;
      readonly result: boolean;
      readonly reads: { readonly [name: string]: Json };
    }
  | {
      readonly kind: 'field-changed';
      readonly pointer: string;
      readonly before?: Json;
      readonly after?: Json;
      readonly by: 'answer' | 'set' | 'result' | 'start';
    }
  | {
      readonly kind: 'answers-given';
      readonly step: string;
      readonly form: string;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'draft-saved'; readonly step: string }
  | {
      readonly kind: 'task-opened' | 'task-closed' | 'task-claimed' | 'task-released' | 'task-transferred';
      readonly task: string;
      readonly step: string;
      readonly to?: string;
      readonly why?: string;
    }
  | {
      readonly kind:
        | 'clock-started'
        | 'clock-paused'
        | 'clock-resumed'
        | 'clock-recomputed'
        | 'clock-warned'
        | 'clock-breached'
        | 'clock-met'
        | 'clock-missed'
        | 'clock-rung';
      readonly clock: string;
      readonly dueAt?: Instant;
      readonly reason?: string;
      readonly rung?: string;
      readonly run: number;
    }
  | {
      readonly kind: 'timer-armed' | 'timer-fired' | 'timer-dropped';
      readonly timer: string;
      readonly dueAt: Instant;
    }
  | {
      readonly kind: 'vote-cast';
      readonly step: string;
      readonly seat: string;
      readonly vote: string;
      readonly note?: string;
    }
  | {
      readonly kind: 'proof-given' | 'proof-voided';
      readonly step: string;
      readonly proof: string;
      readonly alternative?: string;
      readonly digest?: string;
    }
  | {
      readonly kind:
        | 'offer-made'
        | 'offer-delivered'
        | 'offer-seen'
        | 'offer-accepted'
        | 'offer-declined'
        | 'offer-expired'
        | 'offer-withdrawn'
        | 'offer-taken';
      readonly step: string;
      readonly offer: string;
      readonly assignee: string;
      readonly rung?: string;
      readonly reason?: Json;
      readonly decision?: string;
    }
  | {
      readonly kind: 'assigned';
      readonly role: string;
      readonly assignee: string;
      readonly how: 'accepted' | 'duty' | 'override' | 'chosen';
      readonly decision?: string;
    }
  | { readonly kind: 'released'; readonly role: string; readonly assignee: string; readonly reason: string }
  | {
      readonly kind: 'escalated';
      readonly step: string;
      readonly rung: string;
      readonly to: string;
      readonly decision: string;
    }
  | {
      readonly kind: 'route-waits';
      readonly step: string;
      readonly rung: string;
      readonly again: Instant;
      readonly decision: string;
    }
  | {
      readonly kind: 'overridden';
      readonly step: string;
      readonly assignee: string;
      readonly reason: string;
      readonly note?: string;
      readonly broken: readonly string[];
      readonly secondApprover?: string;
    }
  | {
      readonly kind: 'effect-asked';
      readonly effect: string;
      readonly name: string;
      readonly pointer: string;
    }
  | {
      readonly kind: 'effect-attempted';
      readonly effect: string;
      readonly name: string;
      readonly state: string;
      readonly attempt: number;
      readonly nextAt?: Instant;
      readonly code?: string;
    }
  | {
      readonly kind: 'effect-settled';
      readonly effect: string;
      readonly name: string;
      readonly outcome: string;
      readonly code?: string;
    }
  | {
      readonly kind: 'incident-opened' | 'incident-closed';
      readonly incident: string;
      readonly effect?: string;
      readonly code?: string;
    }
  | {
      readonly kind: 'event-heard';
      readonly event: string;
      readonly counted: boolean;
      readonly from?: string;
    }
  | { readonly kind: 'message-sent'; readonly to: string; readonly text: string; readonly automatic: boolean }
  | { readonly kind: 'commented'; readonly text: string; readonly unprompted: boolean }
  | { readonly kind: 'moved-in-field'; readonly what: 'arrive' | 'depart' | 'leave' }
  | {
      readonly kind: 'appointment-set';
      readonly plannedAt?: Instant;
      readonly visitMs?: number;
      readonly expectedAt?: Instant;
    }
  | { readonly kind: 'suspended' | 'resumed'; readonly reason: string }
  | { readonly kind: 'ended'; readonly outcome: 'done' | 'failed' | 'cancelled'; readonly step: string };
