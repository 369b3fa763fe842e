import { WorkflowFault } from '../issue/workflow-fault.ts';

/** A moment in UTC as ISO 8601 text with milliseconds, `2026-03-02T01:00:00.000Z`: text order is time order. */
export type Instant = string;

const instantPattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of any ISO instant with a zone, `undefined` for other text; 30 February is refused. */
export function parseInstant(text: string): number | undefined {
  // An instant as we print it needs one look instead of three; every decision reads dozens.
  if (text.length === 24) {
    const ms = Date.parse(text);
    if (!Number.isNaN(ms) && new Date(ms).toISOString() === text) return ms;
  }
  const date = instantPattern.exec(text)?.[1];
  if (date === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // Date.parse rolls 30 February over into March; a date that does not survive the round trip is no date.
  return new Date(midnight).toISOString().startsWith(date) ? ms : undefined;
}

/** Milliseconds since 1970. Text that is no instant is misuse: a `WorkflowFault` with remedy `give-up`. */
export function instantMs(instant: Instant): number {
  const ms = parseInstant(instant);
  if (ms === undefined) {
    throw new WorkflowFault('time/not-an-instant', `"${instant}" is no ISO instant with a zone`, 'give-up');
  }
  return ms;
}

/** The instant of these milliseconds since 1970, rounded to whole ones. */
export function instantOf(ms: number): Instant {
  return new Date(Math.round(ms)).toISOString();
}

/** The instant `ms` milliseconds later; earlier when negative. */
export function addMs(instant: Instant, ms: number): Instant {
  return instantOf(instantMs(instant) + ms);
}
