import type { Snapshot } from '@paidan/engine';
import type { Instant } from '@paidan/engine/time';
import type { Assignment } from '../../store/assignments.ts';
import type { Holding } from './holdings.ts';

/** 出发, 到达, 离开 of one person. */
export interface Movement {
  readonly personId: string;
  readonly what: 'depart' | 'arrive' | 'leave';
}

export interface Change {
  readonly holdings: readonly Holding[];
  readonly movement?: Movement;
  readonly snapshot: Pick<Snapshot, 'workOrderId' | 'status' | 'outcome' | 'at'>;
}

/**
 * How a work order is held after a decision (R10). Whoever had set out keeps the place of the day, finished; who had not
 * gives it back when the offer or the work ends. What is finished stays, since it counts on its day.
 */
export function nextAssignments(before: readonly Assignment[], change: Change): readonly Assignment[] {
  const { holdings, snapshot } = change;
  const held = holdings.map((holding) =>
    heldNow(
      before.find(({ personId }) => personId === holding.personId),
      holding,
      change,
    ),
  );
  const released = before.filter(
    ({ personId }) => !holdings.some((holding) => holding.personId === personId),
  );
  return [...held, ...released.flatMap((assignment) => afterwards(assignment, snapshot))];
}

const movedTo = { depart: 'under-way', arrive: 'on-site', leave: 'finished' } as const;

function heldNow(before: Assignment | undefined, holding: Holding, change: Change): Assignment {
  const { movement, snapshot } = change;
  const { workOrderId, at } = snapshot;
  const state = movement?.personId === holding.personId ? movedTo[movement.what] : stateOf(before, holding);
  return { ...holding, workOrderId, state, since: sinceOf(before, state, at) };
}

function stateOf(before: Assignment | undefined, { state }: Holding): Assignment['state'] {
  return state === 'accepted' && before !== undefined && before.state !== 'offered' ? before.state : state;
}

function sinceOf(before: Assignment | undefined, state: Assignment['state'], at: Instant): Instant {
  return before?.state === state ? before.since : at;
}

function afterwards(assignment: Assignment, snapshot: Change['snapshot']): readonly Assignment[] {
  const { state } = assignment;
  if (state === 'finished') return [assignment];
  const wasDone = state === 'accepted' && snapshot.status === 'ended' && snapshot.outcome !== 'cancelled';
  const hadBegun = state === 'under-way' || state === 'on-site';
  return wasDone || hadBegun ? [{ ...assignment, state: 'finished', since: snapshot.at }] : [];
}
