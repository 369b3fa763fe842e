import type { Entry } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';

/** One decision of the journal: when, by whom, and the facts it left. */
export interface LoggedDecision {
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly id: string; readonly roles: readonly string[] };
  readonly entries: readonly Entry[];
}

/** One work order as insight reads it: its whole journal in order, and its record as of the last row. */
export interface WorkOrderLog {
  readonly workOrderId: string;
  readonly number: string;
  readonly workflow: string;
  readonly createdAt: string;
  readonly decisions: readonly LoggedDecision[];
  readonly record: JsonObject;
  /** Department of the assignee at closing. */
  readonly department?: string;
}
