import type { MeasureReader } from '../../criteria/measures/measure.ts';
import { readPath } from '../../facts/prepared-work-order.ts';
import { failed, type Matcher } from '../matcher.ts';

/** Not on a list that the record keeps; no list is an empty one. */
export function notIn(of: MeasureReader, list: string): Matcher {
  return {
    test: (pair) => {
      const listed = readPath(pair.workOrder.facts, list);
      const have = of.read(pair);
      if (have.kind !== 'json' && have.kind !== 'number') return failed({}, 'unknown');
      return Array.isArray(listed) && listed.includes(have.value)
        ? failed({ listed: have.value, list })
        : undefined;
    },
    sentence: { 'zh-CN': '在排除名单（{list}）中', en: 'is on the list {list}' },
  };
}
