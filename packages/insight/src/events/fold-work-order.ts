import type { Entry } from '@paidan/engine';
import type { WorkOrderLog } from './work-order-log.ts';

/** What the measures ask of one work order. Instants are UTC text, so text order is time order. */
export interface WorkOrderFacts {
  readonly workOrderId: string;
  readonly createdAt: string;
  readonly firstResponseAt?: string;
  readonly firstAssignedAt?: string;
  readonly endedAt?: string;
  readonly outcome?: string;
  readonly urges: number;
  readonly visits: number;
  readonly reassignments: number;
  readonly overrides: number;
  readonly missedClocks: readonly string[];
  readonly metClocks: readonly string[];
  readonly answeredForms: { readonly [form: string]: string };
}

interface Draft {
  firstResponseAt?: string;
  firstAssignedAt?: string;
  endedAt?: string;
  outcome?: string;
  urges: number;
  visits: number;
  assignments: number;
  overrides: number;
  missed: string[];
  met: string[];
  answered: { [form: string]: string };
}

/** The facts of one journal, each read from the entry that recorded it. */
export function foldWorkOrder(log: WorkOrderLog): WorkOrderFacts {
  const draft: Draft = {
    urges: 0,
    visits: 0,
    assignments: 0,
    overrides: 0,
    missed: [],
    met: [],
    answered: {},
  };
  for (const decision of log.decisions) for (const entry of decision.entries) note(draft, entry, decision.at);
  const { assignments, missed, met, answered, ...rest } = draft;
  return {
    workOrderId: log.workOrderId,
    createdAt: log.createdAt,
    ...rest,
    reassignments: Math.max(0, assignments - 1),
    missedClocks: missed,
    metClocks: met,
    answeredForms: answered,
  };
}

function note(draft: Draft, entry: Entry, at: string): void {
  switch (entry.kind) {
    case 'message-sent':
      if (!entry.automatic) draft.firstResponseAt ??= at;
      break;
    case 'assigned':
      draft.assignments += 1;
      draft.firstAssignedAt ??= at;
      break;
    case 'overridden':
      draft.overrides += 1;
      break;
    case 'event-heard':
      if (entry.event === 'urge') draft.urges += 1;
      break;
    case 'moved-in-field':
      if (entry.what === 'arrive') draft.visits += 1;
      break;
    case 'clock-missed':
      draft.missed.push(entry.clock);
      break;
    case 'clock-met':
      draft.met.push(entry.clock);
      break;
    case 'answers-given':
      draft.answered[entry.form] = at;
      break;
    case 'ended':
      draft.endedAt = at;
      draft.outcome = entry.outcome;
      break;
    default:
  }
}
