import { type Issue, issue } from '../../issue/issue.ts';
import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { checkWorkOrder } from '../eligible/check-work-order.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { checkPool } from '../grade/rank-candidates.ts';
import { boundOf, certificateOf, worthOfPlan } from './certificate.ts';
import { outcomesOf } from './outcomes.ts';
import type { PairGraph } from './pair-graph.ts';
import { pairGraph } from './pairs.ts';
import { type Plan, sealPlan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { pricesOf, shortestPaths } from './shortest-path.ts';
import { MUST, pinnedTo } from './strict-tiers.ts';

/** What is to be planned. */
export interface Planning {
  readonly policy: CompiledPolicy;
  readonly workOrders: readonly WorkOrderFacts[];
  readonly assignees: readonly AssigneeFacts[];
  /** ISO instant of the decision. */
  readonly at: string;
  /** The plan before this one: an offer of its counts as held while the facts do not name one yet. */
  readonly previous?: Plan;
}

/**
 * All waiting work orders planned together: who is offered what, who keeps what, and a proof of how far from the best
 * possible plan the result can be at most (0 here: the solver is exact).
 *
 * Strict tiers come first, then value: score plus urgency, less what a fuller day is worth. A live offer moves only for
 * a gain above the stability margin; a seen or accepted one stays. Pure: the order of the input does not matter, and
 * the same input gives the same `planHash` in every JavaScript engine.
 *
 * Issues: `routing/unknown-tag-value` under `/workOrders/<id>`, `routing/empty-pool`, `routing/pin-cannot-be-met`.
 * Two facts with one id are misuse and throw `routing/double-facts`.
 */
export function planAssignments(planning: Planning): Plan {
  const { policy } = planning;
  const input = inputOf(planning);
  const graph = pairGraph(policy, input);
  const solution = shortestPaths(graph);
  const columnOfRow = [...solution.columnOfRow];
  const prices = pricesOf(graph, solution);
  return sealPlan({
    format: 1,
    at: input.at,
    policyHash: policy.hash,
    ...outcomesOf({ policy, input, graph, solution }),
    served: servedOf(graph, columnOfRow),
    certificate: certificateOf(worthOfPlan(graph, columnOfRow), boundOf(graph, prices)),
    prices,
    issues: [
      ...checkPool(policy, input.assignees),
      ...checkInput(policy, input),
      ...checkPins(graph, columnOfRow, input.at),
    ],
    input,
  });
}

function inputOf({ policy, workOrders, assignees, at, previous }: Planning): PlanInput {
  return {
    policy: policy.policy,
    at,
    workOrders: sorted(workOrders).map((facts) => heldBefore(facts, previous)),
    assignees: sorted(assignees),
  };
}

function sorted<Facts extends { readonly id: string }>(facts: readonly Facts[]): readonly Facts[] {
  const inOrder = [...facts].sort((one, other) => (one.id < other.id ? -1 : 1));
  const double = inOrder.find(({ id }, index) => inOrder[index + 1]?.id === id);
  if (double === undefined) return inOrder;
  throw new WorkflowFault('routing/double-facts', `"${double.id}" is among the facts twice`, 'give-up');
}

/** An offer of the plan before that the facts do not show yet; token 0 is older than every real one. */
function heldBefore(facts: WorkOrderFacts, previous: Plan | undefined): WorkOrderFacts {
  const offered = previous?.offers[facts.id];
  if (offered === undefined || (facts.offer ?? null) !== null) return facts;
  return { ...facts, offer: { assigneeId: offered.assigneeId, state: 'offered', token: 0 } };
}

function servedOf(graph: PairGraph, columnOfRow: readonly number[]): { readonly [tier: string]: number } {
  const served: { [tier: string]: number } = {};
  graph.tierNames.forEach((tier, row) => {
    if (tier !== undefined && (columnOfRow[row] ?? -1) >= 0) served[tier] = (served[tier] ?? 0) + 1;
  });
  return served;
}

function checkInput(policy: CompiledPolicy, input: PlanInput): readonly Issue[] {
  return input.workOrders.flatMap((facts) => {
    const workOrder = prepareWorkOrder(facts, policy.policy.tags.workOrder, input.at);
    if (!policy.appliesTo(workOrder)) return [];
    return checkWorkOrder(policy, workOrder).map((found) => ({
      ...found,
      pointer: `/workOrders/${facts.id}${found.pointer}`,
    }));
  });
}

/** A `must` that cannot be met is said aloud, not dropped. */
function checkPins(graph: PairGraph, columnOfRow: readonly number[], at: string): readonly Issue[] {
  return graph.rows.flatMap((workOrder, row) => {
    if (graph.tierNames[row] !== MUST || (columnOfRow[row] ?? -1) >= 0) return [];
    const assignee = pinnedTo(workOrder, 'must', instantMs(at)) ?? '';
    const data = { workOrder: workOrder.id, assignee };
    return [issue('routing/pin-cannot-be-met', `/workOrders/${workOrder.id}/pins/${assignee}`, data)];
  });
}
