import type { Policy } from '../../author/definition/policy.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';

/** All that a plan was made from. It travels with the plan, so that a year later the same bytes come out. */
export interface PlanInput {
  readonly policy: Policy;
  readonly at: string;
  /** By id, like `assignees`: the order they came in decides nothing. */
  readonly workOrders: readonly WorkOrderFacts[];
  readonly assignees: readonly AssigneeFacts[];
}
