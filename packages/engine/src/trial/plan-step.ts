import { type Assigned, systemActor } from '../decide/actor.ts';
import type { Snapshot } from '../decide/snapshot.ts';
import type { RequestPlanEffect } from '../effects/effect.ts';
import { compiledOf } from '../routing/criteria/compiled-of.ts';
import type { AssigneeFacts } from '../routing/facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../routing/facts/work-order-facts.ts';
import { propose } from '../routing/offer/propose.ts';
import { addMs } from '../time/instant.ts';
import { type MemoryHost, tell } from './memory-host.ts';
import type { TrialPerson } from './scenario.ts';

const dayMs = 86_400_000;

/** Answers a request for a plan at once, as the server does for the strictest tier, by the same `propose`. */
export function planStep(host: MemoryHost, workOrderId: string, effect: RequestPlanEffect): void {
  const { stepId: step, policy: policyId, token } = effect;
  const held = host.workOrders.get(workOrderId);
  const route = held?.snapshot.work[step]?.route;
  const definition = held?.compiled.workflow.routing?.[policyId];
  if (held === undefined || route === undefined || definition === undefined) return;
  const policy = compiledOf(definition);
  const { role } = policy.policy.pool;
  const people = Object.entries(host.scenario.people);
  const { event, record, hash } = propose(
    {
      policy,
      step,
      token,
      route,
      workOrder: workOrderFacts(held.snapshot, step),
      assignees: people.flatMap(([id, one]) =>
        one.roles.includes(role) ? [assigneeFacts(host, id, one)] : [],
      ),
      personOf: (id) => assignedOf(host, id),
      resolveRole: (wanted) => {
        const holder = people.find(([, { roles }]) => roles.includes(wanted));
        return holder && assignedOf(host, holder[0]);
      },
    },
    host.at,
  );
  host.routing[hash] = record;
  if (event !== undefined) tell(host, workOrderId, { ...event, actor: systemActor });
}

/** Somebody of the scenario, as work orders name them. */
export function assignedOf({ scenario }: MemoryHost, id: string): Assigned | undefined {
  const person = scenario.people[id];
  if (person === undefined) return undefined;
  const { name = id, facts } = person;
  return { id, name, ...(facts === undefined ? {} : { facts }) };
}

function workOrderFacts(snapshot: Snapshot, step: string): WorkOrderFacts {
  const { workOrderId: id, seq: version, createdAt, record, appointment } = snapshot;
  const { plannedAt, visitMs } = appointment ?? {};
  return {
    id,
    version,
    createdAt,
    record,
    ...(plannedAt === undefined ? {} : { plannedAt }),
    ...(visitMs === undefined ? {} : { visitMs }),
    declinedBy: declined(snapshot, step),
  };
}

function declined(snapshot: Snapshot, step: string): NonNullable<WorkOrderFacts['declinedBy']> {
  const offers = Object.values(snapshot.work[step]?.route?.offers ?? {});
  return Object.fromEntries(
    offers.flatMap(({ state, assignee, answeredAt, leaseUntil, reason }) =>
      state === 'declined'
        ? [[assignee.id, { at: answeredAt ?? leaseUntil, reason: typeof reason === 'string' ? reason : '' }]]
        : [],
    ),
  );
}

function assigneeFacts(host: MemoryHost, id: string, person: TrialPerson): AssigneeFacts {
  const begin = addMs(host.at, -dayMs);
  const end = addMs(host.at, 400 * dayMs);
  const always = [[begin, end]] as const;
  return {
    id,
    version: 0,
    roles: [...person.roles],
    zone: host.versions.get(host.scenario.workflow)?.workflow.timeZone ?? 'Asia/Shanghai',
    paused: false,
    onDuty: person.onDuty === true ? always : [],
    shifts: person.shifts ?? always,
    absences: [],
    certificates: Object.fromEntries((person.certificates ?? []).map((name) => [name, always])),
    levels: { ...person.levels },
    home: person.place ?? null,
    currentJob: null,
    nextJob: null,
    assignments: assignmentsOf(host, id),
  };
}

type Held = AssigneeFacts['assignments'];

function assignmentsOf(host: MemoryHost, person: string): Held {
  return [...host.workOrders.values()].flatMap(({ snapshot }): Held => {
    const { workOrderId, status, assignees, work } = snapshot;
    if (status === 'ended') return [];
    const holds = Object.values(assignees).some(({ id }) => id === person);
    if (holds) return [{ workOrderId, state: 'accepted' }];
    const offers = Object.values(work).flatMap(({ route }) => Object.values(route?.offers ?? {}));
    const offered = offers.some(({ assignee, state }) => assignee.id === person && state === 'offered');
    return offered ? [{ workOrderId, state: 'offered' }] : [];
  });
}
