import type { Snapshot } from '@paidan/engine';
import { activeSteps } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import { type CompiledPolicy, compilePolicy } from '@paidan/engine/routing';
import type { Version } from '../host.ts';

type Step = Version['compiled']['workflow']['flow']['steps'][string];
type AssignStep = Extract<Step, { kind: 'assign' }>;

/** The assign steps of a version by id, those inside branches too. */
export function assignStepsOf({ compiled }: Version): ReadonlyMap<string, AssignStep> {
  const known = assignSteps.get(compiled);
  if (known !== undefined) return known;
  const { steps } = compiled.workflow.flow;
  const inBranches = Object.values(steps).flatMap((step) =>
    step.kind === 'parallel'
      ? Object.values(step.branches).flatMap((branch) => Object.entries(branch.steps))
      : [],
  );
  const found = new Map<string, AssignStep>();
  for (const [id, step] of [...Object.entries(steps), ...inBranches]) {
    if (step.kind === 'assign') found.set(id, step);
  }
  assignSteps.set(compiled, found);
  return found;
}

const assignSteps = new WeakMap<object, ReadonlyMap<string, AssignStep>>();

/** A policy of a version, compiled once. A published version's policies compile; one that does not is misuse. */
export function policyOf({ compiled, hash }: Version, id: string): CompiledPolicy {
  const written = compiled.workflow.routing?.[id];
  const known = written === undefined ? undefined : policies.get(written);
  if (known !== undefined) return known;
  const made = compilePolicy(written).value;
  if (written === undefined || made === undefined) {
    throw new WorkflowFault(
      'routing/unsound-policy',
      `policy "${id}" of ${hash} does not compile`,
      'give-up',
    );
  }
  policies.set(written, made);
  return made;
}

const policies = new WeakMap<object, CompiledPolicy>();

/** The pools that the policies of a version draw from. */
export function poolsOf(version: Version): readonly string[] {
  const ids = Object.keys(version.compiled.workflow.routing ?? {});
  return [...new Set(ids.map((id) => policyOf(version, id).policy.pool.id))].sort();
}

/** Where a work order waits for somebody whom a policy finds. */
export interface RoutedStep {
  readonly stepId: string;
  readonly policyId: string;
  readonly policy: CompiledPolicy;
}

/** The active assign steps that name a policy. */
export function routedSteps(version: Version, snapshot: Snapshot): readonly RoutedStep[] {
  if (snapshot.status !== 'open') return [];
  const steps = assignStepsOf(version);
  return activeSteps(snapshot.configuration).flatMap((stepId) => {
    const policyId = steps.get(stepId)?.policy;
    return policyId === undefined ? [] : [{ stepId, policyId, policy: policyOf(version, policyId) }];
  });
}
