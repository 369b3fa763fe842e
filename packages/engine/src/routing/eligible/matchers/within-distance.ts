import type { MeasureReader } from '../../criteria/measures/measure.ts';
import { failed, type Matcher } from '../matcher.ts';

/** Not farther than so many whole metres; an unknown place is never near. */
export function withinDistance(of: MeasureReader, atMostMetres: number): Matcher {
  return {
    test: (pair, relax) => {
      const raw = of.read(pair);
      if (raw.kind !== 'number') return failed({ atMostMetres }, 'unknown');
      if (raw.value <= atMostMetres) return undefined;
      const values = { metres: raw.value, atMostMetres };
      return raw.value <= (relax?.atMostMetres ?? 0) ? { kind: 'admitted', values } : failed(values);
    },
    sentence: {
      'zh-CN': '距离 {metres} 米，上限 {atMostMetres} 米',
      en: '{metres} m away, at most {atMostMetres} m',
    },
  };
}
