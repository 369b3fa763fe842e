import { useAnswer } from '../../client/queries.tsx';
import { usePlans } from '../marks/use-plan.ts';

export const stepsOfTour = ['report', 'dispatch', 'weigh', 'design', 'roles'] as const;
export type StepOfTour = (typeof stepsOfTour)[number];

export interface TourStep {
  readonly step: StepOfTour;
  readonly isDone: boolean;
}

/**
 * The steps with what has happened since the demo was seeded: a work order beyond the seeded ones, one of them with
 * somebody asked or assigned, a weight tried on this device, a second version, an offer answered.
 */
export function useTour(): readonly TourStep[] {
  const { data: me } = useAnswer('me');
  const { main } = usePlans();
  const versions = useAnswer('versions').data ?? [];
  const workflow = main?.plan.workflow;
  const list = useAnswer('workOrders', {
    query: { workflow, sort: 'created', limit: '20' },
    enabled: workflow !== undefined,
  }).data;
  const seeded = me?.demo?.workOrders ?? 0;
  const fresh = Math.max(0, (list?.count.value ?? 0) - seeded);
  const own = (list?.items ?? []).slice(0, fresh);
  const isSent = own.some(({ assignees }) => Object.keys(assignees).length > 0);
  const isWaiting = own.some(({ stage }) => stage === 'dispatch' || stage === 'execute');
  const done: { readonly [Step in StepOfTour]: boolean } = {
    report: own.length > 0,
    dispatch: isWaiting || isSent,
    weigh: sessionStorage.getItem(triedKey) !== null,
    design: versions.filter((version) => version.workflow === workflow).length > 1,
    roles: isSent,
  };
  return stepsOfTour.map((step) => ({ step, isDone: done[step] }));
}

const triedKey = 'paidan.tried-weights';

/** A weight was moved in this browser: a trial leaves no trace in any journal. */
export function noteTriedWeights(): void {
  sessionStorage.setItem(triedKey, 'yes');
}
