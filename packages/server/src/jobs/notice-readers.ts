import type { Reader } from '@paidan/connectors';
import type { NotifyEffect } from '@paidan/engine';
import type { Kysely } from 'kysely';
import type { StoredWorkOrder } from '../host/host.ts';
import { listPeople, type Person } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';

/** Who a notice is for: the persons it names, whoever holds the role here, else everybody who has the role. */
export async function readersOf(
  kysely: Kysely<Tables>,
  { tenant, snapshot, version }: StoredWorkOrder,
  { to }: NotifyEffect,
): Promise<readonly Reader[]> {
  const role = version.compiled.workflow.roles[to.role];
  if (role?.signIn === 'link') return linked(snapshot.record['phone'], snapshot.record['customerName']);
  const people = await listPeople(kysely, tenant);
  const assigned = snapshot.assignees[to.role];
  const named = to.persons ?? (assigned === undefined ? undefined : [assigned.id]);
  return people
    .filter((person) => (named === undefined ? person.roles.includes(to.role) : named.includes(person.id)))
    .map(readerOf);
}

function readerOf({ id, name, phone }: Person): Reader {
  return { name, userId: id, ...(phone === undefined ? {} : { mobile: phone }) };
}

function linked(phone: unknown, name: unknown): readonly Reader[] {
  return typeof phone === 'string' ? [{ name: typeof name === 'string' ? name : '', mobile: phone }] : [];
}
