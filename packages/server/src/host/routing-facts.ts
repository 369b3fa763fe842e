import type { Assigned } from '@paidan/engine';
import type { AssigneeFacts, CompiledPolicy } from '@paidan/engine/routing';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import { type Assignment, assignmentsOfPeople } from '../store/assignments.ts';
import { openIncident } from '../store/incidents.ts';
import { type RoutingPerson, routingPeople } from '../store/routing-people.ts';
import type { Tables } from '../store/tables.ts';
import type { SeenWorkload } from '../store/workloads.ts';
import { assigneeFactsOf, isOnShift } from './assign/assignee-facts.ts';

/** Everybody whom a policy may ask, as they stand now. */
export interface RoutingFacts {
  readonly assignees: readonly AssigneeFacts[];
  readonly personOf: (id: string) => Assigned | undefined;
  /** Who holds a role now: somebody on shift before anybody else, then in order of id. */
  readonly resolveRole: (role: string) => Assigned | undefined;
  /** The roles of somebody of the pool, or of somebody named. */
  readonly rolesOf: (id: string) => readonly string[];
  /** What the facts of these people were read on, for the commit to compare. */
  readonly seen: (personIds: readonly string[]) => readonly SeenWorkload[];
}

/** Long enough for every local day that can still count. */
const finishedWithinMs = 48 * 3_600_000;

export interface FactsAsked {
  readonly tenant: string;
  readonly policy: CompiledPolicy;
  readonly at: Instant;
  /** People to judge although they are in no pool: somebody picked by hand. */
  readonly named?: readonly string[];
}

/**
 * Reads the people of a pool in two questions. Somebody whose facts cannot be read is left out with an incident, and
 * stops nobody else.
 */
export async function routingFacts(kysely: Kysely<Tables>, asked: FactsAsked): Promise<RoutingFacts> {
  const { tenant, policy, at, named = [] } = asked;
  const { role } = policy.policy.pool;
  const people = await routingPeople(kysely, { tenant, roles: [role, ...escalationRoles(policy)], named });
  const pool = people.filter(({ id, roles }) => roles.includes(role) || named.includes(id));
  const work = await assignmentsOfPeople(kysely, {
    ...{ tenant, personIds: pool.map(({ id }) => id) },
    finishedSince: new Date(Date.parse(at) - finishedWithinMs).toISOString(),
  });
  const read = await readAll(kysely, { tenant, at, pool, work });
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    assignees: read,
    personOf: (id) => assignedOf(byId.get(id)),
    resolveRole: (wanted) => {
      const holders = people.filter(({ roles }) => roles.includes(wanted));
      return assignedOf(holders.find(({ facts }) => isOnShift(facts, at)) ?? holders[0]);
    },
    rolesOf: (id) => byId.get(id)?.roles ?? [],
    seen: (ids) => ids.map((personId) => ({ personId, version: byId.get(personId)?.version ?? 0 })),
  };
}

interface Reading {
  readonly tenant: string;
  readonly at: Instant;
  readonly pool: readonly RoutingPerson[];
  readonly work: readonly Assignment[];
}

async function readAll(
  kysely: Kysely<Tables>,
  { tenant, at, pool, work }: Reading,
): Promise<readonly AssigneeFacts[]> {
  const byPerson = Map.groupBy(work, ({ personId }) => personId);
  const read: AssigneeFacts[] = [];
  for (const person of pool) {
    const facts = assigneeFactsOf(person, byPerson.get(person.id) ?? [], at);
    if ('unreadable' in facts) {
      const cause = { person: person.id, found: facts.unreadable };
      const id = `routing-facts/${tenant}/${person.id}`;
      await openIncident(kysely, { id, tenant, kind: 'routing-facts', cause, at });
    } else read.push(facts);
  }
  return read;
}

function escalationRoles({ policy }: CompiledPolicy): readonly string[] {
  return Object.values(policy.ladders).flatMap(({ rungs }) =>
    Object.values(rungs).flatMap((rung) => ('escalate' in rung ? [rung.escalate.role] : [])),
  );
}

/** What offers, conditions and mappings read of somebody: `assignee.<name>`. */
function assignedOf(person: RoutingPerson | undefined): Assigned | undefined {
  if (person === undefined) return undefined;
  const facts: { [name: string]: string | number | boolean } = {};
  for (const [name, value] of Object.entries(person.facts)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      facts[name] = value;
  }
  return { id: person.id, name: person.name, facts };
}
