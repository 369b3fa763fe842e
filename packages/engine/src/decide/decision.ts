import type { Effect } from '../effects/effect.ts';
import type { Issue } from '../issue/issue.ts';
import type { Entry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** The whole answer to one event. Refused means that nothing changed at all. */
export type Decision = MovedDecision | RefusedDecision;

export interface MovedDecision {
  readonly kind: 'moved';
  readonly snapshot: Snapshot;
  readonly effects: readonly Effect[];
  readonly entries: readonly Entry[];
}

export interface RefusedDecision {
  readonly kind: 'refused';
  readonly issues: readonly Issue[];
}
