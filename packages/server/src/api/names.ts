import { listPeople } from '../store/people.ts';
import type { ApiPorts } from './api-ports.ts';

/** What people of a tenant are called. */
export async function namesOf(
  { kysely }: ApiPorts,
  tenant: string,
): Promise<{ readonly [personId: string]: string }> {
  const people = await listPeople(kysely, tenant);
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}
