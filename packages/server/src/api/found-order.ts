import { may } from '../gate/may.ts';
import type { StoredWorkOrder } from '../host/host.ts';
import type { PersonCall } from './call.ts';
import { type Refusal, refuse } from './problem.ts';

export type FoundOrder = { readonly kind: 'found'; readonly order: StoredWorkOrder } | Refusal;

/** The work order, if this asker may see it; absent, foreign and invisible ones are told apart by nothing. */
export async function findOrder(call: PersonCall, workOrderId: string): Promise<FoundOrder> {
  const { person, asker, ports } = call;
  const order = await ports.host.load(person.tenant, workOrderId);
  if (order === undefined) return refuse('gate/not-found');
  const { tenant, version } = order;
  const { workflow } = version.compiled;
  const verdict = may(asker, { kind: 'see', workflow, workOrderId, tenant });
  if (verdict !== 'yes') return refuse('gate/not-found');
  return { kind: 'found', order };
}

/** Roles that need no account: whoever holds a link stands for them. */
export function linkRoles(roles: { readonly [id: string]: { readonly signIn?: string } }): readonly string[] {
  return Object.entries(roles).flatMap(([id, { signIn }]) => (signIn === 'link' ? [id] : []));
}
