import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { dayOf, type Pair } from '../facts/pair.ts';
import { TIE_KEY_SIZE } from '../grade/tie-key.ts';
import type { Column } from './pair-graph.ts';

/** More work orders than this in one day are no limit any more. */
const UNLIMITED = 64;

/** The columns of a plan as pairs ask for them: a person's day, or the person where work at once is limited. */
export interface Places {
  readonly columns: readonly Column[];
  readonly columnOf: (pair: Pair) => number;
}

export function placesOf(policy: CompiledPolicy): Places {
  const perDay = limitOf(policy, 'local-day');
  const atOnce = limitOf(policy, 'at-once');
  const columns: Column[] = [];
  const known = new Map<string, number>();
  const columnOf = (pair: Pair) => {
    const { assignee } = pair;
    const day = dayOf(pair);
    const id = atOnce === undefined ? `${assignee.id}/${day}` : assignee.id;
    const found = known.get(id);
    if (found !== undefined) return found;
    const used = assignee.unitsOfDay(day);
    const free = Math.min((perDay ?? UNLIMITED) - used, (atOnce ?? UNLIMITED) - assignee.unitsOpen);
    const worth = Array.from({ length: Math.max(0, free) }, (_, index) => worthOf(policy, used, index));
    known.set(id, columns.length);
    columns.push({ id, assigneeId: assignee.id, worth });
    return columns.length - 1;
  };
  return { columns, columnOf };
}

function limitOf(policy: CompiledPolicy, per: 'local-day' | 'at-once'): number | undefined {
  const limits = policy.requirements.flatMap(({ requirement }) =>
    requirement.match === 'capacity' && requirement.per === per ? [requirement.atMost] : [],
  );
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** What a later place of a day is worth less than its next free one, which the pair's own score counts. */
function worthOf(policy: CompiledPolicy, used: number, index: number): number {
  let units = 0;
  for (const { weight, criterion } of policy.criteria) {
    if (criterion.curve.kind !== 'load-slots') continue;
    const { slots } = criterion.curve;
    units += weight * ((slots[used + index] ?? 0) - (slots[used] ?? 0));
  }
  return units * TIE_KEY_SIZE;
}
