import type { Json } from '@paidan/engine/issue';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { sameJson } from '../evaluate/same-json.ts';

/** The next evaluation with unchanged parts being the very objects of the one before, so that only news wakes a screen. */
export function keepSame(before: Evaluation | undefined, next: Evaluation): Evaluation {
  if (before === undefined) return next;
  return {
    ...next,
    fields: keepMembers(before.fields, next.fields),
    sections: keepMembers(before.sections, next.sections),
    lookups: keepMembers(before.lookups, next.lookups),
    recognised: keepMembers(before.recognised, next.recognised),
  };
}

/** The list before when the next one says the same. */
export function keepSameList<Item>(
  before: readonly Item[] | undefined,
  next: readonly Item[],
): readonly Item[] {
  return before !== undefined && sameJson(asJson(before), asJson(next)) ? before : next;
}

type Members<Member> = { readonly [id: string]: Member };

function keepMembers<Member>(before: Members<Member>, next: Members<Member>): Members<Member> {
  const kept = Object.entries(next).map(([id, member]) => {
    const old = before[id];
    const isSame = old !== undefined && sameJson(asJson(old), asJson(member));
    return [id, isSame ? old : member] as const;
  });
  const isWhole = kept.length === Object.keys(before).length && kept.every(([id, one]) => before[id] === one);
  return isWhole ? before : Object.fromEntries(kept);
}

/** Evaluations are plain data throughout; the interfaces only lack the index signature that says so. */
function asJson(value: unknown): Json {
  return value as Json;
}
