import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import { closeTasks } from '../fold/fold-tasks.ts';
import { openSeats, resultOf, seatsOf } from '../fold/fold-votes.ts';
import { withEntry } from '../fold/map-entries.ts';
import { holderReason, isPerson, roleReason } from '../permission.ts';
import { notAvailable, permitted, refuseUnless } from '../refuse.ts';
import { isActive, type Turn } from '../turn.ts';
import { markActed } from './hear-submit.ts';

type VoteEvent = Extract<WorkOrderEvent, { kind: 'vote' }>;

/** A vote in one's seat; with `"samePerson": "countsOnce"` it fills every open seat this person may take. */
export function hearVote(turn: Turn, event: VoteEvent): readonly Issue[] {
  const step = turn.workings.steps.get(event.step);
  const { actor, seat } = event;
  if (step?.definition.kind !== 'approve' || !isActive(turn, event.step)) return notAvailable(event.kind);
  const { definition, pointer } = step;
  const seats = seatsOf(definition);
  const role = seats.find(([id]) => id === seat)?.[1];
  const task = Object.values(turn.tasks).find((open) => open.stepId === event.step && open.seat === seat);
  if (role === undefined || task === undefined) return notAvailable(event.kind);
  const seated = task.candidates.persons.some((person) => isPerson(actor, person));
  const reasons = [
    ...(seated ? [] : [roleReason([role], actor, `${pointer}/seats/${seat}`)]),
    holderReason(task, actor),
  ];
  const refused = [
    ...refuseUnless(reasons, event.kind, actor),
    ...refuseReturn(event, definition.allows?.returnTo),
  ];
  if (refused.length > 0) return refused;
  const open = Object.values(turn.tasks).flatMap((one) =>
    one.stepId === event.step && one.seat !== undefined ? [one.seat] : [],
  );
  const alsoMine = (id: string, seatRole: string) =>
    definition.samePerson === 'countsOnce' && open.includes(id) && actor.roles.includes(seatRole);
  for (const [id, seatRole] of seats) if (id === seat || alsoMine(id, seatRole)) cast(turn, event, id);
  markActed(turn, event.step);
  turn.facts.event = { vote: event.vote, note: event.note ?? null, returnTo: event.returnTo ?? null };
  const result = resultOf(definition, turn.work[event.step]?.votes ?? {});
  if (result === undefined) openSeats(turn, event.step, definition);
  else settle(turn, event.step, result);
  return permitted;
}

function refuseReturn(
  { vote, returnTo, note }: VoteEvent,
  allowed: readonly string[] = [],
): readonly Issue[] {
  if (vote !== 'return') return [];
  if (allowed.length === 0 || (returnTo !== undefined && !allowed.includes(returnTo)))
    return notAvailable('return');
  return (note ?? '').trim() === '' ? [issue('event/reason-required', '/note', { event: 'return' })] : [];
}

function cast(turn: Turn, { vote, note, returnTo, actor, step }: VoteEvent, seat: string): void {
  const work = turn.work[step];
  if (work === undefined) return;
  const said = note === undefined ? {} : { note };
  const back = returnTo === undefined ? {} : { returnTo };
  const votes = withEntry(work.votes ?? {}, seat, { vote, by: actor.id, at: turn.at, ...said, ...back });
  turn.work = withEntry(turn.work, step, { ...work, votes });
  turn.entries.push({ kind: 'vote-cast', step, seat, vote, ...said });
  closeTasks(turn, (task) => task.stepId === step && task.seat === seat, 'done');
}

function settle(turn: Turn, step: string, result: 'approved' | 'rejected' | 'returned'): void {
  closeTasks(turn, (task) => task.stepId === step && task.kind === 'vote', 'superseded');
  turn.signals.push(outcomeSignal(step, result));
}
