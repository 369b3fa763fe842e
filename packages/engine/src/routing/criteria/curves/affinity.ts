import { type CurveReader, FULL_BP } from './curve.ts';

/** Full for the person, or one of the persons, whom the work order names: last time's, the site's, the customer's. */
export const affinity: CurveReader = {
  utility: (raw, { assignee }) => {
    if (raw.kind !== 'json') return undefined;
    const named = Array.isArray(raw.value) ? raw.value : [raw.value];
    return named.includes(assignee.id) ? FULL_BP : 0;
  },
};
