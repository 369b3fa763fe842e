import { tokenHash } from '../gate/one-time-link.ts';
import type { Person } from '../host/host.ts';
import { findLink } from '../store/link-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { linkRoles } from './found-order.ts';

/** Whoever holds the session of a link: no account, no rights, the roles of the version that need none. */
export async function findSession(
  ports: ApiPorts,
  token: string,
): Promise<{ readonly person: Person; readonly workOrderId: string } | undefined> {
  const hash = tokenHash(token);
  const session = await findLink(ports.kysely, { tokenHash: hash, kind: 'session', at: ports.host.now() });
  if (session === undefined) return undefined;
  const { tenant, workOrderId } = session;
  const order = await ports.host.load(tenant, workOrderId);
  if (order === undefined) return undefined;
  const roles = linkRoles(order.version.compiled.workflow.roles);
  // Named by the work order: two openings of one link are the same customer in the journal.
  const person = { id: `customer:${workOrderId}`, name: '客户', roles, tenant, rights: [] };
  return { person, workOrderId };
}
