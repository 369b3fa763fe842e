import type { MeasureReader } from '../../criteria/measures/measure.ts';
import { failed, type Matcher } from '../matcher.ts';

/** A place is left: on the local day of the visit, or among what is open at once. */
export function capacity(settings: {
  readonly of: MeasureReader;
  readonly atMost: number;
  readonly per: 'local-day' | 'at-once';
}): Matcher {
  const { of, atMost, per } = settings;
  return {
    test: (pair, relax) => {
      const used = per === 'at-once' ? pair.assignee.unitsOpen : numberOf(of, pair);
      if (used === undefined) return failed({ atMost }, 'unknown');
      if (used + 1 <= atMost) return undefined;
      const widened = used + 1 <= (relax?.atMost ?? 0);
      return widened ? { kind: 'admitted', values: { used, atMost } } : failed({ used, atMost });
    },
    sentence: { 'zh-CN': '当日负荷 {used}/{atMost}', en: 'work of the day {used}/{atMost}' },
  };
}

function numberOf(of: MeasureReader, pair: Parameters<MeasureReader['read']>[0]): number | undefined {
  const raw = of.read(pair);
  return raw.kind === 'number' ? raw.value : undefined;
}
