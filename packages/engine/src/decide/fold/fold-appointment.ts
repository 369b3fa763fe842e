import { instantOf, parseInstant } from '../../time/instant.ts';
import { factsNow, type Turn } from '../turn.ts';

/** The instant the customer reads is derived from what is planned and due, and journalled whenever it moves. */
export function foldAppointment(turn: Turn): void {
  const { appointment } = turn.workings;
  if (appointment === undefined || turn.status === 'ended') return;
  const before = turn.appointment;
  const plannedAt = before?.plannedAt;
  const facts = factsNow(turn);
  const derived = appointment.visitMs(facts);
  const ms = before?.visitMs ?? (typeof derived === 'number' ? Math.round(derived) : undefined);
  const expected = appointment.expectedAt(facts);
  const instant = typeof expected === 'string' ? parseInstant(expected) : undefined;
  const after = {
    ...(plannedAt === undefined ? {} : { plannedAt }),
    ...(ms === undefined ? {} : { visitMs: ms }),
    ...(instant === undefined ? {} : { expectedAt: instantOf(instant) }),
  };
  const moved =
    turn.plannedAnew || after.visitMs !== before?.visitMs || after.expectedAt !== before?.expectedAt;
  if (!moved) return;
  turn.appointment = after;
  turn.entries.push({ kind: 'appointment-set', ...after });
}
