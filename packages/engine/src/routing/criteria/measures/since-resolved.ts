import type { Json } from '../../../issue/json.ts';
import type { Pair } from '../../facts/pair.ts';
import { type MeasureReader, numberRaw, unknownRaw } from './measure.ts';

/** Milliseconds since the person last resolved the same kind of fault; unknown when they never did. */
export function sinceResolved(same: readonly string[]): MeasureReader {
  const since = ({ workOrder, assignee, atMs }: Pair): number | undefined => {
    let latest: number | undefined;
    for (const key of keysOf(same.map((tag) => workOrder.tags[tag]))) {
      const resolved = assignee.resolvedMs.get(key);
      if (resolved !== undefined && resolved <= atMs) latest = Math.max(latest ?? resolved, resolved);
    }
    return latest === undefined ? undefined : atMs - latest;
  };
  return {
    read: (pair) => {
      const ms = since(pair);
      return ms === undefined ? unknownRaw : numberRaw(ms);
    },
    show: (pair) => {
      const ms = since(pair);
      return ms === undefined ? { note: 'never' } : { sinceSimilarMs: ms };
    },
  };
}

/** Every combination of the tags' values, of which one may hold several; none when one is missing. */
function keysOf(values: readonly (Json | undefined)[]): readonly string[] {
  let keys: readonly string[] = [''];
  values.forEach((value, index) => {
    const choices = value === undefined ? [] : Array.isArray(value) ? value : [value];
    keys = keys.flatMap((key) => choices.map((one) => (index === 0 ? String(one) : `${key}/${String(one)}`)));
  });
  return keys;
}
