import { instantOf } from '../../../time/instant.ts';
import { type MeasureReader, namesOf, type Raw } from '../../criteria/measures/measure.ts';
import { covers, type Span } from '../../facts/span.ts';
import { failed, type Matcher } from '../matcher.ts';

/** Every needed value is held. A certificate counts only if one span of validity covers the whole planned visit. */
export function containsAll(of: MeasureReader, needs: MeasureReader): Matcher {
  return {
    test: (pair) => {
      const needed = namesOf(needs.read(pair));
      if (needed === undefined) return failed({}, 'unknown');
      if (needed.length === 0) return undefined;
      const held = of.read(pair);
      const missing = needed.filter((name) => !holds(held, name, pair.visit));
      if (missing.length === 0) return undefined;
      return failed({ missing, ...lastEnd(held, missing, pair.visit) });
    },
    fails: (pair) => {
      const held = of.read(pair);
      return namesOf(needs.read(pair))?.some((name) => !holds(held, name, pair.visit)) ?? true;
    },
    sentence: { 'zh-CN': '缺少或已过期：{missing}', en: 'missing or ended: {missing}' },
  };
}

function holds(held: Raw, name: string, visit: Span): boolean {
  if (held.kind !== 'held') return namesOf(held)?.includes(name) ?? false;
  return held.certificates.get(name)?.some((span) => covers(span, visit)) ?? false;
}

/** When the last validity of a missing certificate ended, if there was one. */
function lastEnd(held: Raw, missing: readonly string[], visit: Span): { readonly endedAt?: string } {
  if (held.kind !== 'held') return {};
  const ends = missing.flatMap((name) => (held.certificates.get(name) ?? []).map((span) => span.toMs));
  const past = ends.filter((ms) => ms < visit.toMs);
  return past.length === 0 ? {} : { endedAt: instantOf(Math.max(...past)) };
}
