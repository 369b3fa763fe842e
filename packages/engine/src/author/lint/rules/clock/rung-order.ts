import { type Issue, issue } from '../../../../issue/issue.ts';
import type { Json } from '../../../../issue/json.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { RungDefinition } from '../../../definition/clock.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** Rungs are written in the order they fire: rising shares of the budget, then times past it. */
export const rungOrder = lintRule('clock/rung-order', ({ clocks = {} }) =>
  Object.entries(clocks).flatMap(([id, { rungs = {} }]): readonly Issue[] => {
    const entries = Object.entries(rungs);
    const at = entries.findIndex(
      ([, rung], index) => index > 0 && placeOf(rung) <= placeOf(entries[index - 1]?.[1]),
    );
    if (at < 0) return [];
    const pointer = pointerOf('clocks', id, 'rungs');
    const sorted = entries.toSorted(([, one], [, other]) => placeOf(one) - placeOf(other));
    const title = { 'zh-CN': '按触发先后排列', en: 'Put them in order' };
    const value = Object.fromEntries(sorted) as unknown as Json;
    const fix = quickFix(title, { op: 'replace', path: pointer, value });
    return [issue('clock/rung-order', pointer + pointerOf(entries[at]?.[0] ?? ''), { id, fix })];
  }),
);

/** Where a rung stands; what is past the budget stands behind every share of it, by its number. */
function placeOf(rung: RungDefinition | undefined): number {
  if (rung?.past === undefined) return rung?.atPercent ?? 0;
  const [[unit, count] = ['', 0]] = Object.entries(rung.past);
  return 1_000_000 + (millis[unit] ?? 0) * count;
}

const millis: { readonly [unit: string]: number } = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  businessHours: 3_600_000,
  days: 86_400_000,
  businessDays: 86_400_000,
};
