import type { Rung } from '../../author/definition/policy-ladders.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { type Span, spansOf } from '../facts/span.ts';

/**
 * When the window of an asking rung ends for a person, in milliseconds since 1970. Working time runs only inside
 * the person's shifts and outside their absences; where those end before the window does, so does the lease.
 */
export function leaseEndMs(
  rung: Extract<Rung, { ask: number }>,
  person: AssigneeFacts | undefined,
  startMs: number,
): number {
  if (rung.windowCounts !== 'working-time' || person === undefined) return startMs + rung.windowMs;
  let left = rung.windowMs;
  let endMs = startMs;
  for (const { fromMs, toMs } of openSpans(person)) {
    const beginMs = Math.max(fromMs, startMs);
    if (beginMs >= toMs) continue;
    if (toMs - beginMs >= left) return beginMs + left;
    left -= toMs - beginMs;
    endMs = toMs;
  }
  return endMs;
}

/** The shifts in order of time with the absences cut out. */
function openSpans(person: AssigneeFacts): readonly Span[] {
  let open = [...spansOf(person.shifts)].sort((one, other) => one.fromMs - other.fromMs);
  for (const absence of spansOf(person.absences)) {
    open = open.flatMap((span) => [
      { fromMs: span.fromMs, toMs: Math.min(span.toMs, absence.fromMs) },
      { fromMs: Math.max(span.fromMs, absence.toMs), toMs: span.toMs },
    ]);
  }
  return open.filter(({ fromMs, toMs }) => fromMs < toMs).sort((one, other) => one.fromMs - other.fromMs);
}
