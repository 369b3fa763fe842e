import type { Snapshot } from '@paidan/engine';
import { type CompiledPolicy, type Plan, planAssignments, type WorkOrderFacts } from '@paidan/engine/routing';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { waitingRoutes } from '../../store/waiting-routes.ts';
import type { Host, StoredWorkOrder } from '../host.ts';
import { type RoutingFacts, routingFacts } from '../routing-facts.ts';
import { assignStepsOf, policyOf, routedSteps } from './policies.ts';
import { workOrderFactsOf } from './work-order-facts.ts';

export interface DispatchPorts {
  readonly host: Host;
  readonly kysely: Kysely<Tables>;
}

/** A work order judged against everybody of its policy's pool, and against everything else that waits. */
export interface JudgedWorkOrder {
  readonly stepId: string;
  readonly policy: CompiledPolicy;
  readonly snapshot: Snapshot;
  readonly order: StoredWorkOrder;
  readonly workOrder: WorkOrderFacts;
  readonly facts: RoutingFacts;
  /** Everything of the policy that waits, this work order among it. */
  readonly plan: Plan;
}

export interface Judging {
  readonly tenant: string;
  readonly workOrderId: string;
  /** People to judge although they may be in no pool. */
  readonly named?: readonly string[];
}

/** `undefined` for an unknown work order, and for one that has come to no assign step a policy could serve. */
export async function judgeWorkOrder(
  { host, kysely }: DispatchPorts,
  asked: Judging,
): Promise<JudgedWorkOrder | undefined> {
  const { tenant, workOrderId, named = [] } = asked;
  const order = await host.load(tenant, workOrderId);
  const stepId = order && judgedStep(order);
  const policyId = order && stepId && assignStepsOf(order.version).get(stepId)?.policy;
  if (order === undefined || stepId === undefined || policyId === undefined) return undefined;
  const { snapshot, version } = order;
  const policy = policyOf(version, policyId);
  const at = host.now();
  const facts = await routingFacts(kysely, { tenant, policy, at, named });
  // Judged as if nobody held it yet: a pick may take it from whoever does.
  const { offer: _held, ...workOrder } = workOrderFactsOf(snapshot, stepId);
  const others = await othersWaiting({ host, kysely }, { tenant, workOrderId, policy });
  const workOrders = [workOrder, ...others];
  const plan = planAssignments({ policy, workOrders, assignees: facts.assignees, at });
  return { stepId, policy, snapshot, order, workOrder, facts, plan };
}

/** The assign step it stands at; else the one with a policy that it came through. */
function judgedStep({ version, snapshot }: StoredWorkOrder): string | undefined {
  const [active] = routedSteps(version, snapshot);
  if (active !== undefined) return active.stepId;
  const steps = [...assignStepsOf(version)].filter(([, { policy }]) => policy !== undefined);
  return steps.find(([id]) => snapshot.work[id] !== undefined)?.[0];
}

/** Where the pick is heard: the assign step that is active, with a policy or without, else the one left last. */
export function standingStep({ order, stepId, snapshot }: JudgedWorkOrder): string {
  const entered = [...assignStepsOf(order.version).keys()].filter((id) => snapshot.work[id] !== undefined);
  return entered.find((id) => snapshot.work[id]?.leftAt === undefined) ?? entered.at(-1) ?? stepId;
}

async function othersWaiting(
  { host, kysely }: DispatchPorts,
  asked: { readonly tenant: string; readonly workOrderId: string; readonly policy: CompiledPolicy },
): Promise<readonly WorkOrderFacts[]> {
  const { tenant, workOrderId, policy } = asked;
  const routes = await waitingRoutes(kysely, { tenant, pool: policy.policy.pool.id });
  const waiting = routes.filter((route) => route.isIdle && route.workOrderId !== workOrderId);
  const found = await Promise.all(
    waiting.map(async ({ workOrderId: other, stepId }) => {
      const order = await host.load(tenant, other);
      return order === undefined ? [] : [workOrderFactsOf(order.snapshot, stepId)];
    }),
  );
  return found.flat();
}
