import { type MeasureReader, namesOf } from '../../criteria/measures/measure.ts';
import { failed, type Matcher } from '../matcher.ts';

/** Two sets meet; needing nothing is met by everybody. */
export function overlaps(of: MeasureReader, needs: MeasureReader): Matcher {
  return {
    test: (pair) => {
      const needed = namesOf(needs.read(pair));
      const have = namesOf(of.read(pair));
      if (needed === undefined || have === undefined) return failed({}, 'unknown');
      const meets = needed.length === 0 || needed.some((name) => have.includes(name));
      return meets ? undefined : failed({ have, needs: needed });
    },
    sentence: { 'zh-CN': '需要 {needs} 之一，现有 {have}', en: 'needs one of {needs}, has {have}' },
  };
}
