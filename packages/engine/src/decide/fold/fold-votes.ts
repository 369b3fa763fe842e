import type { ApproveStep } from '../../author/definition/steps/approve.ts';
import { outcomeSignal } from '../../compile/signal.ts';
import type { Vote } from '../step-work.ts';
import type { Turn } from '../turn.ts';
import { openTask } from './fold-tasks.ts';

/** A seat nobody named: the role that steps in where a step has no seats. */
const standIn = 'stand-in';

export function seatsOf(step: ApproveStep): readonly (readonly [seat: string, role: string])[] {
  const seats = Object.entries(step.seats).map(([seat, { role }]) => [seat, role] as const);
  if (seats.length === 0 && typeof step.whenEmpty === 'object') return [[standIn, step.whenEmpty.role]];
  const { seatOrder } = step;
  if (seatOrder === undefined) return seats;
  const rank = (seat: string) => (seatOrder.includes(seat) ? seatOrder.indexOf(seat) : seatOrder.length);
  return seats.toSorted(([left], [right]) => rank(left) - rank(right));
}

/** Opens the tasks of every seat whose turn it is. Without seats, `whenEmpty` decides at once. */
export function openSeats(turn: Turn, id: string, step: ApproveStep): void {
  const seats = seatsOf(step);
  if (seats.length === 0) {
    turn.signals.push(outcomeSignal(id, step.whenEmpty === 'passes' ? 'approved' : 'rejected'));
    return;
  }
  const votes = turn.work[id]?.votes ?? {};
  const unvoted = seats.filter(([seat]) => votes[seat] === undefined);
  for (const [seat, role] of step.passes === 'inOrder' ? unvoted.slice(0, 1) : unvoted) {
    if (Object.values(turn.tasks).some((task) => task.stepId === id && task.seat === seat)) continue;
    openTask(turn, {
      kind: 'vote',
      stepId: id,
      seat,
      stage: step.stage,
      candidates: { roles: [role], persons: [] },
    });
  }
}

/** What the votes so far amount to: 会签 all, 或签 any, 依次 inOrder, or so many; `undefined` while it is open. */
export function resultOf(
  step: ApproveStep,
  votes: { readonly [seat: string]: Vote },
): 'approved' | 'rejected' | 'returned' | undefined {
  const cast = Object.values(votes);
  if (cast.some(({ vote }) => vote === 'return')) return 'returned';
  const yes = cast.filter(({ vote }) => vote === 'yes');
  const no = cast.length - yes.length;
  const seats = seatsOf(step).length;
  if (step.passes === 'any') return yes.length > 0 ? 'approved' : no > 0 ? 'rejected' : undefined;
  if (typeof step.passes === 'object') {
    // One person in two seats is one of the so many, unless the step says that they vote for each.
    const counted = step.samePerson === 'votesForEach' ? yes.length : new Set(yes.map(({ by }) => by)).size;
    if (counted >= step.passes.atLeast) return 'approved';
    return yes.length + (seats - cast.length) < step.passes.atLeast || seats === cast.length
      ? 'rejected'
      : undefined;
  }
  if (no > 0) return 'rejected';
  return yes.length === seats ? 'approved' : undefined;
}
