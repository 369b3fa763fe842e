import type { Instant } from '../time/instant.ts';

/** Something that happens at an instant of its own: the next attempt at a call, an answer that was slow. */
interface Appointment {
  readonly at: Instant;
  readonly run: () => void;
}

/** What is still to come, besides the timers of the snapshots. In order of time, then of entering. */
export interface Agenda {
  readonly appointments: Appointment[];
}

export function enterAppointment({ appointments }: Agenda, at: Instant, run: () => void): void {
  const behind = appointments.findIndex((one) => one.at > at);
  appointments.splice(behind < 0 ? appointments.length : behind, 0, { at, run });
}

export function takeDue({ appointments }: Agenda, at: Instant): (() => void) | undefined {
  const [first] = appointments;
  if (first === undefined || first.at > at) return undefined;
  appointments.shift();
  return first.run;
}
