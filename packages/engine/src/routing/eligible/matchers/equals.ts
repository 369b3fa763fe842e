import type { Json } from '../../../issue/json.ts';
import type { MeasureReader, Raw } from '../../criteria/measures/measure.ts';
import { failed, type Matcher } from '../matcher.ts';

/** Two scalars are the same. An unknown one never is. */
export function equals(of: MeasureReader, needs: MeasureReader | Json | undefined): Matcher {
  return {
    test: (pair) => {
      const have = scalarOf(of.read(pair));
      const wanted = isReader(needs) ? scalarOf(needs.read(pair)) : needs;
      if (have === undefined || wanted === undefined) return failed({}, 'unknown');
      return have === wanted ? undefined : failed({ have, needs: wanted });
    },
    sentence: { 'zh-CN': '应为 {needs}，实际 {have}', en: 'must be {needs}, is {have}' },
  };
}

function isReader(needs: MeasureReader | Json | undefined): needs is MeasureReader {
  return typeof needs === 'object' && needs !== null && 'read' in needs;
}

function scalarOf(raw: Raw): Json | undefined {
  return raw.kind === 'number' || raw.kind === 'json' ? raw.value : undefined;
}
