import { type Plan, planAssignments } from '@paidan/engine/routing';
import { type Applied, applyProposal } from '../host/assign/apply-proposal.ts';
import { type RoutedStep, routedSteps } from '../host/assign/policies.ts';
import { proposeFor } from '../host/assign/propose-for.ts';
import { workOrderFactsOf } from '../host/assign/work-order-facts.ts';
import type { StoredWorkOrder } from '../host/host.ts';
import { type RoutingFacts, routingFacts } from '../host/routing-facts.ts';
import { keepDecision } from '../store/decisions.ts';
import type { PoolId } from '../store/pool-refreshes.ts';
import { type WaitingRoute, waitingRoutes } from '../store/waiting-routes.ts';
import type { JobPorts } from './job-ports.ts';

/** A work order that stands on a rung that waits. */
interface Waiting {
  readonly order: StoredWorkOrder;
  readonly step: RoutedStep;
}

/**
 * Plans what waits with nobody asked, and offers what it matched. The policies of a pool share its people and are
 * planned in order of id, each on what the ones before it left.
 */
export async function planPool(ports: JobPorts, { tenant, pool }: PoolId): Promise<void> {
  const routes = (await waitingRoutes(ports.kysely, { tenant, pool })).filter(({ isIdle }) => isIdle);
  const waiting = await Promise.all(routes.map((route) => load(ports, tenant, route)));
  const byPolicy = Map.groupBy(
    waiting.flatMap((one) => (one === undefined ? [] : [one])),
    ({ step }) => step.policy,
  );
  for (const group of byPolicy.values()) await planGroup(ports, tenant, group);
}

async function load(
  { host }: JobPorts,
  tenant: string,
  { workOrderId, stepId }: WaitingRoute,
): Promise<Waiting | undefined> {
  const order = await host.load(tenant, workOrderId);
  const step = order && routedSteps(order.version, order.snapshot).find((one) => one.stepId === stepId);
  return order && step && { order, step };
}

async function planGroup(ports: JobPorts, tenant: string, group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const { policy } = first.step;
  const at = ports.host.now();
  const facts = await routingFacts(ports.kysely, { tenant, policy, at });
  const workOrders = group.map(({ order, step }) => freshFacts(order, step));
  const plan = planAssignments({ policy, workOrders, assignees: facts.assignees, at });
  const free = new Set(facts.assignees.map(({ id }) => id));
  const take = (ids: readonly string[]) => {
    for (const id of ids) free.delete(id);
  };
  let offered = 0;
  for (const waiting of inOrder(group, plan)) {
    const planned = plan.offers[waiting.order.snapshot.workOrderId];
    const among = planned === undefined ? [...free] : [planned.assigneeId, ...planned.alsoAsk];
    const applied = await offer(ports, { ...waiting, tenant, facts, among });
    if (applied === undefined) continue;
    take(applied);
    offered += 1;
  }
  if (offered > 0)
    await keepDecision(ports.kysely, { tenant, hash: plan.planHash, kind: 'plan', body: plan, at });
}

/** On its own the ladder begins anew for whoever was not asked yet (R16), so it stands on its first rung again. */
function freshFacts({ snapshot }: StoredWorkOrder, { stepId }: RoutedStep) {
  const { rung: _waits, ...facts } = workOrderFactsOf(snapshot, stepId);
  const silent = (snapshot.work[stepId]?.route?.asked ?? []).map((id) => [
    id,
    { at: snapshot.at, reason: '' },
  ]);
  return { ...facts, declinedBy: { ...Object.fromEntries(silent), ...facts.declinedBy } };
}

/** What the plan matched first; then what only a wider rung can reach, with the people the plan left. */
function inOrder(group: readonly Waiting[], { offers }: Plan): readonly Waiting[] {
  const isMatched = ({ order }: Waiting) => offers[order.snapshot.workOrderId] !== undefined;
  return [...group.filter(isMatched), ...group.filter((one) => !isMatched(one))];
}

interface Offering extends Waiting {
  readonly tenant: string;
  readonly facts: RoutingFacts;
  readonly among: readonly string[];
}

/** The people who were asked or assigned, `undefined` when nobody was. */
async function offer({ host }: JobPorts, offering: Offering): Promise<readonly string[] | undefined> {
  const { order, step, tenant, facts, among } = offering;
  const { snapshot } = order;
  const proposal = proposeFor({ snapshot, step, facts, among }, host.now());
  const event = proposal?.event;
  if (proposal === undefined || (event?.kind !== 'offered' && event?.kind !== 'assigned')) return undefined;
  const commandId = `refresh:${proposal.hash}`;
  const applied: Applied = await applyProposal(host, { tenant, snapshot, facts, proposal, commandId });
  if (applied.kind !== 'done') return undefined;
  return event.kind === 'assigned'
    ? [event.assignee.id]
    : Object.values(event.offers).map(({ assignee }) => assignee.id);
}
