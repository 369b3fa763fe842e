import { instantMs } from '../../time/instant.ts';
import type { SpanText } from './assignee-facts.ts';

/** A half-open stretch of time in milliseconds since 1970. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export function spansOf(spans: readonly SpanText[]): readonly Span[] {
  return spans.map(([from, to]) => ({ fromMs: instantMs(from), toMs: instantMs(to) }));
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.fromMs <= inner.fromMs && inner.toMs <= outer.toMs;
}

export function touches(one: Span, other: Span): boolean {
  return one.fromMs < other.toMs && other.fromMs < one.toMs;
}

export function contains(span: Span, atMs: number): boolean {
  return span.fromMs <= atMs && atMs < span.toMs;
}

/** Whether a person with these shifts and absences is there for the whole of a span. */
export function isThere(
  person: { readonly shifts: readonly Span[]; readonly absences: readonly Span[] },
  span: Span,
): boolean {
  return (
    person.shifts.some((shift) => covers(shift, span)) &&
    !person.absences.some((absence) => touches(absence, span))
  );
}
