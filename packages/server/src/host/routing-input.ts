import type { RoutingInput } from '../api/api-ports.ts';
import { policyOf } from './assign/policies.ts';
import { workOrderFactsOf } from './assign/work-order-facts.ts';
import type { StoredWorkOrder } from './host.ts';
import type { Installation } from './installation.ts';
import { routingFacts } from './routing-facts.ts';

/** What the policy of an assign step would be asked now about these work orders of one version. */
export async function routingInput(
  { host, kysely }: Pick<Installation, 'host' | 'kysely'>,
  waiting: readonly StoredWorkOrder[],
  step: string,
): Promise<RoutingInput | undefined> {
  const [first] = waiting;
  const definition = first?.version.compiled.workflow.flow.steps[step];
  if (first === undefined || definition?.kind !== 'assign' || definition.policy === undefined)
    return undefined;
  const policy = policyOf(first.version, definition.policy);
  const at = host.now();
  const { assignees } = await routingFacts(kysely, { tenant: first.tenant, policy, at });
  const workOrders = waiting.map(({ snapshot }) => workOrderFactsOf(snapshot, step));
  return { policy: policy.policy, at, workOrders, assignees };
}
