import type { StepKind } from './step.ts';

/** What a transition of each kind of step can hear beside events, timers, clocks and late answers. */
export const outcomesByKind = {
  form: ['submitted', 'saved', 'skipped'],
  assign: ['accepted', 'exhausted'],
  call: ['succeeded', 'refused', 'failed', 'unknown'],
  decide: [],
  wait: ['condition'],
  approve: ['approved', 'rejected', 'returned'],
  gate: ['complete'],
  notify: ['sent'],
  parallel: ['joined'],
  child: ['done', 'failed', 'cancelled'],
  end: [],
} as const satisfies { readonly [kind in StepKind]: readonly string[] };

/** The outcomes of one kind; none for a kind the format does not have. */
export function outcomesOf(kind: string): readonly string[] {
  return Object.hasOwn(outcomesByKind, kind) ? outcomesByKind[kind as StepKind] : [];
}

/** Events every work order knows without declaring them; each is a moment. */
export const builtInEvents = [
  'submit',
  'save',
  'claim',
  'release',
  'transfer',
  'vote',
  'override',
  'arrive',
  'depart',
  'leave',
  'plan',
  'comment',
  'message',
  'offered',
  'assigned',
  'waiting',
  'escalated',
  'exhausted',
  'delivered',
  'seen',
  'accepted',
  'declined',
  'withdrawn',
  'released',
  'suspend',
  'resume',
] as const;
