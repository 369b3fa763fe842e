import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { instantMs } from '../../time/instant.ts';
import { compiledOf } from '../criteria/compiled-of.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import type { Failure } from '../eligible/matcher.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { judgeAll } from '../grade/rank-candidates.ts';
import { UNITS_PER_POINT } from '../grade/score.ts';
import { TIE_KEY_SIZE } from '../grade/tie-key.ts';
import { urgencyPoints } from '../grade/urgency.ts';
import { scoreUnitsOf, valueOfPair, worthOfPlan } from '../plan/certificate.ts';
import { placements } from '../plan/check-certificate.ts';
import { forcePair } from '../plan/force-pair.ts';
import { graphOfPlan } from '../plan/graph-of-plan.ts';
import type { PairGraph } from '../plan/pair-graph.ts';
import type { Plan } from '../plan/plan.ts';
import { movableWorkOrders } from '../plan/stability.ts';

/** What picking somebody by hand breaks and costs; shown before it is confirmed, stored with it. */
export interface OverridePreview {
  /** Failed requirements, by id; none of them is lifted by picking. */
  readonly broken: { readonly [requirement: string]: Failure };
  /** Among them those that take a second person's approval. */
  readonly needsSecondApprover: readonly string[];
  /** Scores of the pick and of whom the plan had chosen. */
  readonly scores: { readonly picked: number; readonly planned?: number };
  /** What the plan loses with this pair forced, in score units: 10,000 are one point of one work order. */
  readonly cost: number;
  /** Other work orders that would go to somebody else; `null` is nobody. */
  readonly moved: {
    readonly [workOrderId: string]: { readonly from: string | null; readonly to: string | null };
  };
}

/** Judges a pick against the plan it departs from, by the same evaluator as the plan. Changes nothing. */
export function overridePlan(plan: Plan, workOrderId: string, assigneeId: string): OverridePreview {
  const policy = compiledOf(plan.input.policy);
  const graph = graphOfPlan(plan);
  const row = graph.rows.findIndex(({ id }) => id === workOrderId);
  const judged = judge(policy, plan, workOrderId);
  const picked = judged.find((one) => one.assigneeId === assigneeId);
  if (picked === undefined || row < 0) {
    const unknown = picked === undefined ? assigneeId : workOrderId;
    throw new WorkflowFault('routing/not-in-plan', `"${unknown}" is not part of this plan`, 'give-up');
  }
  const before = placements(plan, graph);
  const column = graph.columns.findIndex((one) => one.assigneeId === assigneeId);
  const forced = forcePair(
    graph,
    row,
    column,
    pickedValue(policy, plan, graph, { row, column, score: picked.score }),
  );
  const broken = 'failed' in picked ? picked.failed : {};
  const planned = judged.find((one) => one.assigneeId === nameOf(graph, before[row]));
  return {
    broken,
    needsSecondApprover: Object.keys(broken).filter(
      (id) => policy.policy.requirements[id]?.absolute === true,
    ),
    scores: { picked: picked.score, ...(planned === undefined ? {} : { planned: planned.score }) },
    cost: scoreUnitsOf(worthOfPlan(graph, before).value - forced.value),
    moved: movedRows(graph, before, forced.columnOfRow, row),
  };
}

function judge(policy: CompiledPolicy, plan: Plan, workOrderId: string) {
  const { at, workOrders, assignees } = plan.input;
  const facts = workOrders.find(({ id }) => id === workOrderId);
  if (facts === undefined) return [];
  const workOrder = prepareWorkOrder(facts, policy.policy.tags.workOrder, at);
  const atMs = instantMs(at);
  const ignored = new Set(movableWorkOrders(policy, plan.input).map(({ id }) => id));
  const relax = relaxationsOf(rungOf(policy, workOrder, atMs).rung);
  const { candidates, notEligible } = judgeAll({ policy, workOrder, assignees, atMs, relax, ignored });
  return [...candidates, ...notEligible];
}

/** The pair's value in the plan, or, for somebody not eligible, what their score and the urgency would make. */
function pickedValue(
  policy: CompiledPolicy,
  plan: Plan,
  graph: PairGraph,
  pick: { readonly row: number; readonly column: number; readonly score: number },
): number {
  const known = valueOfPair(graph, pick.row, pick.column);
  const workOrder = graph.rows[pick.row];
  if (known !== undefined || workOrder === undefined) return known ?? 0;
  const urgency = urgencyPoints(policy, workOrder, instantMs(plan.at)) * UNITS_PER_POINT;
  return (pick.score + urgency) * TIE_KEY_SIZE;
}

function movedRows(
  graph: PairGraph,
  before: readonly number[],
  after: readonly number[],
  picked: number,
): OverridePreview['moved'] {
  const moved: { [workOrderId: string]: { readonly from: string | null; readonly to: string | null } } = {};
  graph.rows.forEach(({ id }, row) => {
    const from = nameOf(graph, before[row]);
    const to = nameOf(graph, after[row]);
    if (row !== picked && from !== to) moved[id] = { from, to };
  });
  return moved;
}

function nameOf(graph: PairGraph, column: number | undefined): string | null {
  return graph.columns[column ?? -1]?.assigneeId ?? null;
}
