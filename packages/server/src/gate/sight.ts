import type { Workflow } from '@paidan/engine';

/** `parts`: neither wholly readable nor wholly withheld, so each part is asked for itself. */
export type Seen = 'plain' | 'masked' | 'parts' | 'none';

/** What some roles together see of a record. */
export interface Sight {
  at(pointer: string): Seen;
}

type Role = Workflow['roles'][string];

/** A role that the version does not know sees nothing. */
export function sightOf(workflow: Workflow, roles: readonly string[]): Sight {
  const held = roles.flatMap((id) => (Object.hasOwn(workflow.roles, id) ? [workflow.roles[id]] : []));
  const known = held.filter((role) => role !== undefined);
  return {
    at: (pointer) => known.map((role) => seenBy(role, pointer)).reduce<Seen>(more, 'none'),
  };
}

/** Whether anything of a work order of this version concerns somebody with these roles. */
export function mayLook(workflow: Workflow, roles: readonly string[]): boolean {
  return roles.some((role) => Object.hasOwn(workflow.roles, role));
}

function seenBy(role: Role, pointer: string): Seen {
  const { reads, masks = [] } = role;
  const covered = reads === 'all' || reads.some((read) => covers(read, pointer));
  const below = reads !== 'all' && reads.some((read) => covers(pointer, read));
  if (!covered) return below ? 'parts' : 'none';
  if (masks.some((mask) => covers(mask, pointer))) return 'masked';
  return masks.some((mask) => covers(pointer, mask)) ? 'parts' : 'plain';
}

const order: readonly Seen[] = ['none', 'masked', 'parts', 'plain'];

function more(left: Seen, right: Seen): Seen {
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

function covers(outer: string, inner: string): boolean {
  return outer === inner || inner.startsWith(`${outer}/`);
}
