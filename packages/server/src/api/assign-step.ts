import { activeSteps } from '@paidan/engine';
import type { StoredWorkOrder } from '../host/host.ts';

/** The active step at which somebody is being found, if there is one. */
export function assignStepOf({ snapshot, version }: StoredWorkOrder): string | undefined {
  const { steps } = version.compiled.workflow.flow;
  return activeSteps(snapshot.configuration).find((id) => steps[id]?.kind === 'assign');
}
