import type { Sender } from '../author/definition/sender.ts';
import type { Json } from '../issue/json.ts';
import type { Actor } from './actor.ts';
import type { Snapshot } from './snapshot.ts';
import type { Task } from './task.ts';

/** One reason for or against an act, with where the document says so. */
export interface Because {
  readonly kind: 'sender' | 'same-person' | 'other-person' | 'holder' | 'right' | 'condition';
  readonly pointer: string;
  readonly holds: boolean;
  readonly data: { readonly [key: string]: Json };
}

type People = Pick<Snapshot, 'assignees' | 'work'>;

/**
 * Why an actor may or may not act as a sender: by a role or as the one assigned, and where it says so as the same
 * person as at another step, or as somebody else. Acting for an absent person counts as being that person.
 */
export function senderReasons(by: Sender, actor: Actor, state: People, pointer: string): readonly Because[] {
  const reasons: Because[] = [];
  const assigned = by.assignee === undefined ? undefined : state.assignees[by.assignee]?.id;
  if (by.roles !== undefined || by.assignee !== undefined) {
    const roles = by.roles ?? [];
    const holds =
      roles.some((role) => actor.roles.includes(role)) ||
      (assigned !== undefined && isPerson(actor, assigned));
    reasons.push({ kind: 'sender', pointer, holds, data: { roles, assignee: assigned ?? null } });
  }
  for (const [kind, step] of [
    ['same-person', by.sameAs],
    ['other-person', by.notSameAs],
  ] as const) {
    if (step === undefined) continue;
    const person = state.work[step]?.actedBy;
    const isSame = person !== undefined && isPerson(actor, person);
    reasons.push({ kind, pointer, holds: isSame === (kind === 'same-person'), data: { step } });
  }
  return reasons;
}

/** A claimed task is its holder's alone. */
export function holderReason(task: Task, actor: Actor): Because {
  const { claimedBy } = task;
  const holds = claimedBy === undefined || isPerson(actor, claimedBy);
  return { kind: 'holder', pointer: '', holds, data: { holder: claimedBy ?? null } };
}

export function roleReason(roles: readonly string[], actor: Actor, pointer: string): Because {
  const holds = roles.some((role) => actor.roles.includes(role));
  return { kind: 'sender', pointer, holds, data: { roles } };
}

export function isPerson(actor: Actor, id: string): boolean {
  return actor.id === id || actor.onBehalfOf === id;
}

/** The host itself: clocks, timers, answers of other systems, the planner. */
export function isSystem(actor: Actor): boolean {
  return actor.id === 'system';
}
