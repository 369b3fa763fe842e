import { type Issue, issue } from '../issue/issue.ts';
import type { Actor } from './actor.ts';
import type { Because } from './permission.ts';

/** Nothing to refuse. */
export const permitted: readonly Issue[] = [];

export function notAvailable(event: string): readonly Issue[] {
  return [issue('event/not-available', '', { event })];
}

export function notPermitted(event: string, actor: Actor, roles: readonly string[] = []): readonly Issue[] {
  return [issue('event/not-permitted', '', { event, actor: actor.name, roles })];
}

/** The first reason that does not hold, as an issue; none when all hold. */
export function refuseUnless(reasons: readonly Because[], event: string, actor: Actor): readonly Issue[] {
  const failed = reasons.find(({ holds }) => !holds);
  if (failed === undefined) return permitted;
  if (failed.kind === 'holder') {
    return [issue('event/held-by-another', '', { event, holder: failed.data['holder'] ?? null })];
  }
  const roles = failed.data['roles'];
  return [
    issue('event/not-permitted', failed.pointer, {
      event,
      actor: actor.name,
      roles: roles ?? [],
      reason: failed.kind,
    }),
  ];
}
