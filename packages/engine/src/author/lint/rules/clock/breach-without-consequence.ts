import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { ClockDefinition } from '../../../definition/clock.ts';
import { lintRule } from '../../rule.ts';

/** Somebody hears of it, or the flow moves, when a budget is spent: otherwise the clock is an ornament. */
export const breachWithoutConsequence = lintRule(
  'clock/breach-without-consequence',
  ({ clocks = {} }, { graph }) => {
    const heard = new Set(
      graph.steps.flatMap(({ transitions }) => transitions.flatMap(({ hears }) => hears)),
    );
    return Object.entries(clocks)
      .filter(([id, clock]) => hasBudget(clock) && !hasConsequence(id, clock, heard))
      .map(([id]) => issue('clock/breach-without-consequence', pointerOf('clocks', id), { id }));
  },
);

function hasBudget({ budgets }: ClockDefinition): boolean {
  return Object.values(budgets).some(({ budget }) => budget !== 'none');
}

function hasConsequence(id: string, { rungs = {} }: ClockDefinition, heard: ReadonlySet<string>): boolean {
  return Object.entries(rungs).some(([rung, { atPercent = 0, past, effects }]) => {
    if (past === undefined && atPercent < 100) return false;
    return effects.length > 0 || heard.has(`clock.${id}.${rung}`);
  });
}
