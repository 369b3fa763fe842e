import { activeSteps, type Snapshot } from '@paidan/engine';
import { isJsonObject, type JsonObject, readOwn } from '@paidan/engine/issue';
import type { Assignment } from '../../store/assignments.ts';
import type { WaitingRoute } from '../../store/waiting-routes.ts';
import type { Version } from '../host.ts';
import { assignStepsOf, policyOf, routedSteps } from './policies.ts';

/** What a snapshot says about a person's hold on its work order. */
export type Holding = Pick<Assignment, 'personId' | 'plannedAt' | 'place'> & {
  readonly state: 'offered' | 'accepted';
};

/** Live offers, and whoever holds a role that an assign step fills, unless that step is looking for somebody again. */
export function holdingsOf(version: Version, snapshot: Snapshot): readonly Holding[] {
  if (snapshot.status === 'ended') return [];
  const steps = assignStepsOf(version);
  const active = new Set(activeSteps(snapshot.configuration));
  const { plannedAt } = snapshot.appointment ?? {};
  const place = placeOf(version, snapshot);
  const where = {
    ...(plannedAt === undefined ? {} : { plannedAt }),
    ...(place === undefined ? {} : { place }),
  };
  const holdings = new Map<string, Holding>();
  for (const [id, { role }] of steps) {
    const personId = snapshot.assignees[role]?.id;
    if (active.has(id)) {
      for (const { assignee, state } of Object.values(snapshot.work[id]?.route?.offers ?? {})) {
        if (state === 'offered') holdings.set(assignee.id, { personId: assignee.id, state, ...where });
      }
    } else if (personId !== undefined && !isSought(steps, active, role)) {
      holdings.set(personId, { personId, state: 'accepted', ...where });
    }
  }
  return [...holdings.values()];
}

/** Where a work order waits, and whether anybody is being asked there. */
export function waitingRoutesOf(version: Version, snapshot: Snapshot): readonly WaitingRoute[] {
  return routedSteps(version, snapshot).map(({ stepId, policyId, policy }) => ({
    ...{ workOrderId: snapshot.workOrderId, stepId, policy: policyId, pool: policy.policy.pool.id },
    isIdle: isIdle(snapshot, stepId, policy.policy.ladders),
  }));
}

type Ladders = ReturnType<typeof policyOf>['policy']['ladders'];

function isIdle(snapshot: Snapshot, stepId: string, ladders: Ladders): boolean {
  const route = snapshot.work[stepId]?.route;
  if (route?.rung === undefined || route.ladder === undefined) return false;
  const rung = ladders[route.ladder]?.rungs[route.rung];
  const isAsking = Object.values(route.offers).some(({ state }) => state === 'offered');
  return rung !== undefined && 'wait' in rung && !isAsking;
}

function isSought(
  steps: ReturnType<typeof assignStepsOf>,
  active: ReadonlySet<string>,
  role: string,
): boolean {
  return [...active].some((id) => steps.get(id)?.role === role);
}

/** The place that the version's policies measure the way to. */
function placeOf(version: Version, { record }: Snapshot): JsonObject | undefined {
  for (const id of Object.keys(version.compiled.workflow.routing ?? {})) {
    for (const measure of Object.values(policyOf(version, id).policy.tags.place ?? {})) {
      const found = 'to' in measure ? readPlace(record, measure.to) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function readPlace(record: JsonObject, path: string): JsonObject | undefined {
  const [, ...segments] = path.split('.');
  const value = segments.reduce<ReturnType<typeof readOwn>>((at, segment) => readOwn(at, segment), record);
  if (value === undefined || !isJsonObject(value)) return undefined;
  const { latitude, longitude } = value;
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
}
