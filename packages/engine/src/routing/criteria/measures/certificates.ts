import type { MeasureReader } from './measure.ts';

/** The certificates a person holds, each with the spans in which it is valid. */
export const certificates: MeasureReader = {
  read: ({ assignee }) => ({ kind: 'held', certificates: assignee.certificates }),
  show: ({ assignee }) => ({ certificates: assignee.facts.certificates }),
};
