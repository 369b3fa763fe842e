import type { Assigned } from '../../decide/actor.ts';
import type { RouteWork } from '../../decide/step-work.ts';
import type { Instant } from '../../time/instant.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import type { Ranking } from '../grade/rank-candidates.ts';
import type { RungStep } from './next-rung.ts';

/**
 * One routing decision with all it was decided from: the same input under the policy of this hash gives the same rung
 * and ranking again. Plain JSON; `hash` of a proposal is the SHA-256 of its canonical form.
 */
export interface RoutingRecord {
  readonly format: 1;
  readonly step: string;
  readonly token: number;
  readonly at: Instant;
  readonly policyHash: string;
  readonly workOrder: WorkOrderFacts;
  readonly assignees: readonly AssigneeFacts[];
  readonly route: RouteWork;
  /** Who held each role the ladder turned to; `null` where nobody did, and the ladder went on. */
  readonly holders: { readonly [role: string]: Assigned | null };
  readonly rung: RungStep;
  /** Everybody, under the relaxations of the rung taken. */
  readonly ranking: Ranking;
}
