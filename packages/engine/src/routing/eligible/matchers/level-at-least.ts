import type { LevelTable } from '../../../author/definition/policy-requirements.ts';
import { levelFor } from '../../criteria/measures/levels.ts';
import type { MeasureReader } from '../../criteria/measures/measure.ts';
import type { Pair } from '../../facts/pair.ts';
import type { PreparedWorkOrder } from '../../facts/prepared-work-order.ts';
import { isThere } from '../../facts/span.ts';
import { failed, type Matcher } from '../matcher.ts';

/** A level not below the table's; a rung may admit somebody below it, where it says so with a mentor standing by. */
export function levelAtLeast(settings: {
  readonly of: MeasureReader;
  /** The tags that key a person's levels. */
  readonly levelBy: readonly string[];
  readonly needed: (workOrder: PreparedWorkOrder) => number;
}): Matcher {
  return {
    test: (pair, relax) => {
      const have = settings.of.read(pair);
      const needs = settings.needed(pair.workOrder);
      if (have.kind !== 'number') return failed({ needs }, 'unknown');
      if (have.value >= needs) return undefined;
      const values = { have: have.value, needs };
      if (relax === undefined || have.value < needs - (relax.by ?? needs)) return failed(values);
      if (relax.mentor !== true) return { kind: 'admitted', values };
      const mentor = mentorFor(pair, settings.levelBy, needs);
      return mentor === undefined ? failed(values, 'no-mentor') : { kind: 'admitted', values, mentor };
    },
    sentence: { 'zh-CN': '等级 {have}，需要 {needs}', en: 'level {have}, needs {needs}' },
  };
}

/** The number at these values, most specific first; `*` stands for every other value and for an unknown one. */
export function neededLevel(table: LevelTable, keys: readonly (string | undefined)[]): number {
  if (typeof table === 'number') return table;
  const [key, ...rest] = keys;
  const branch = (key === undefined || !Object.hasOwn(table, key) ? undefined : table[key]) ?? table['*'];
  return branch === undefined ? 0 : neededLevel(branch, rest);
}

function mentorFor(pair: Pair, levelBy: readonly string[], needs: number): string | undefined {
  return pair.assignee.mentors.find(
    (mentor) => levelFor(mentor.levels, levelBy, pair.workOrder.tags) >= needs && isThere(mentor, pair.visit),
  )?.id;
}
