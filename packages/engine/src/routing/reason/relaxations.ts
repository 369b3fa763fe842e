import type { JsonObject } from '../../issue/json.ts';
import type { Failure } from '../eligible/matcher.ts';

/** One smallest set of requirements whose lifting lets somebody in. */
export interface MinimalRelaxation {
  readonly lift: readonly string[];
  /** For each of them, what it would have to allow: the values of those it lets in. */
  readonly needs: { readonly [requirement: string]: readonly JsonObject[] };
  readonly admits: readonly string[];
}

/**
 * All minimal relaxations: each person's failures are a set, and of these sets those that contain no other.
 * Fewest requirements first, then by name.
 */
export function minimalRelaxations(
  people: readonly {
    readonly assigneeId: string;
    readonly failed: { readonly [requirement: string]: Failure };
  }[],
): readonly MinimalRelaxation[] {
  const groups = new Map<string, typeof people>();
  for (const person of people) {
    const key = Object.keys(person.failed).sort().join('\n');
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const sets = [...groups.keys()].map((key) => key.split('\n'));
  const minimal = sets.filter((set) => !sets.some((other) => other !== set && isPartOf(other, set)));
  return minimal
    .sort((one, other) => one.length - other.length || (one.join() < other.join() ? -1 : 1))
    .map((lift) => {
      const group = groups.get(lift.join('\n')) ?? [];
      const needs = lift.map((id) => [id, group.map(({ failed }) => failed[id]?.values ?? {})]);
      return { lift, needs: Object.fromEntries(needs), admits: group.map(({ assigneeId }) => assigneeId) };
    });
}

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((name) => whole.includes(name));
}
