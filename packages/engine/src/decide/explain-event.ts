import type { CompiledWorkflow } from '../compile/compiled-workflow.ts';
import type { Issue } from '../issue/issue.ts';
import type { Instant } from '../time/instant.ts';
import { decide } from './decide.ts';
import type { Entry } from './entry.ts';
import type { WorkOrderEvent } from './event.ts';
import type { Snapshot } from './snapshot.ts';

export interface EventExplanation {
  readonly available: boolean;
  /** Why it would be refused; empty when it would not. */
  readonly because: readonly Issue[];
  /** Every condition that would be asked, with the values it reads, and every transition that would be taken. */
  readonly path: readonly Extract<Entry, { kind: 'condition-asked' | 'transition-taken' }>[];
}

/** What this event would do if it came now, and on what grounds; nothing is changed. */
export function explainEvent(
  compiled: CompiledWorkflow,
  snapshot: Snapshot,
  event: WorkOrderEvent,
  at: Instant,
): EventExplanation {
  const decision = decide(compiled, snapshot, event, at);
  if (decision.kind === 'refused') return { available: false, because: decision.issues, path: [] };
  return { available: true, because: [], path: decision.entries.filter(isOnPath) };
}

type OnPath = EventExplanation['path'][number];

function isOnPath(entry: Entry): entry is OnPath {
  return entry.kind === 'condition-asked' || entry.kind === 'transition-taken';
}
