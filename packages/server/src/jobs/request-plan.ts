import type { RequestPlanEffect } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import { applyProposal } from '../host/assign/apply-proposal.ts';
import { type RoutedStep, routedSteps } from '../host/assign/policies.ts';
import { proposeFor } from '../host/assign/propose-for.ts';
import type { StoredWorkOrder } from '../host/host.ts';
import { routingFacts } from '../host/routing-facts.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';

/** How often facts may change under a plan before the queue is asked to bring it again. */
const plansAtOnce = 8;

type PlanWork = EffectWork & { readonly effect: RequestPlanEffect };

/**
 * Finds somebody for an assign step and sends the event that says so, with the job that asked completed in the same
 * transaction. A request that no longer stands is completed without one.
 */
export async function requestPlan(ports: JobPorts, work: PlanWork): Promise<void> {
  for (let plan = 0; plan < plansAtOnce; plan += 1) {
    if (await planOnce(ports, work)) return;
  }
  throw new WorkflowFault('routing/too-busy', `${work.effect.id}: everybody's work keeps changing`, 'retry');
}

async function planOnce(ports: JobPorts, work: PlanWork): Promise<boolean> {
  const { host, boss, kysely } = ports;
  const { stored, effect, job } = work;
  const { tenant, workOrderId } = stored;
  const order = await host.load(tenant, workOrderId);
  const step = order && standingStep(order, effect);
  if (order === undefined || step === undefined) return complete(boss, job);
  const at = host.now();
  const facts = await routingFacts(kysely, { tenant, policy: step.policy, at });
  const { snapshot } = order;
  const proposal = proposeFor({ snapshot, step, facts }, at);
  if (proposal?.event === undefined) return complete(boss, job);
  const commandId = `${effect.id}:${effect.token}`;
  const applied = await applyProposal(host, { tenant, snapshot, facts, proposal, commandId, job });
  return applied.kind !== 'outdated';
}

/** The step, while it still waits for the answer to this very request. */
function standingStep(
  { version, snapshot }: StoredWorkOrder,
  { stepId, token }: RequestPlanEffect,
): RoutedStep | undefined {
  if (snapshot.work[stepId]?.route?.token !== token) return undefined;
  return routedSteps(version, snapshot).find((step) => step.stepId === stepId);
}

async function complete(boss: JobPorts['boss'], job: EffectWork['job']): Promise<boolean> {
  await boss.complete(job.queue, job.id);
  return true;
}
