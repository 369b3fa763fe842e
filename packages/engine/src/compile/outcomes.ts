import type { StepKind } from '../author/definition/step.ts';

/** The outcomes a transition of each kind of step may hear. `decide` and `end` have none. */
export const outcomesOf: { readonly [Kind in StepKind]: readonly string[] } = {
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
};

/** Events of the built-in families that a transition may hear as `event.<kind>`, beside the workflow's own. */
export const familyEvents: readonly string[] = [
  'arrive',
  'depart',
  'leave',
  'plan',
  'comment',
  'delivered',
  'seen',
  'withdrawn',
  'released',
  'escalated',
];
