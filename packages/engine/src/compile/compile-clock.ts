import type { BudgetDefinition, ClockDefinition, RungDefinition } from '../author/definition/clock.ts';
import { type CompiledExpression, compileExpression } from '../expression/compile-expression.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { type Condition, compileCondition } from './compile-condition.ts';

export interface CompiledClock {
  readonly id: string;
  readonly pointer: string;
  readonly definition: ClockDefinition;
  /** In order; the first whose condition holds counts. */
  readonly budgets: readonly CompiledBudget[];
  readonly pauses: readonly { readonly reason: string; readonly steps: readonly string[] }[];
  /** The rung at 100 % is always among them: without one in the document the clock still marks itself overdue. */
  readonly rungs: readonly CompiledRung[];
}

export interface CompiledBudget {
  readonly id: string;
  readonly definition: BudgetDefinition;
  readonly when?: Condition;
  readonly until?: CompiledExpression;
  readonly calendar: WorkingCalendar;
}

export interface CompiledRung {
  readonly id: string;
  readonly timer: string;
  readonly definition: RungDefinition;
  readonly marks: 'warned' | 'breached' | 'rung';
}

/** Id of the rung a clock has by itself; an underscore keeps it out of the ids a document may use. */
const ownRung = 'due_';

export function compileClock(
  id: string,
  definition: ClockDefinition,
  calendarOf: (name: string | undefined) => WorkingCalendar,
): CompiledClock {
  const pointer = pointerOf('clocks', id);
  const rungs = Object.entries(definition.rungs ?? {}).map(([rung, own]) => compileRung(id, rung, own));
  const marksItself = rungs.some(({ marks }) => marks === 'breached');
  return {
    id,
    pointer,
    definition,
    budgets: Object.entries(definition.budgets).map(([budget, own]) => ({
      id: budget,
      definition: own,
      calendar: calendarOf(own.calendar),
      ...budgetParts(own, pointer + pointerOf('budgets', budget)),
    })),
    pauses: Object.entries(definition.pauses ?? {}).map(([reason, own]) => ({ reason, steps: own.while })),
    rungs: marksItself ? rungs : [...rungs, compileRung(id, ownRung, { atPercent: 100, effects: [] })],
  };
}

function budgetParts(own: BudgetDefinition, pointer: string): Pick<CompiledBudget, 'when' | 'until'> {
  const when =
    own.when === undefined ? {} : { when: compileCondition(own.when, pointer + pointerOf('when')) };
  const budget = own.budget;
  return budget !== 'none' && 'until' in budget ? { ...when, until: compileExpression(budget.until) } : when;
}

function compileRung(clock: string, id: string, definition: RungDefinition): CompiledRung {
  const percent = definition.past === undefined ? (definition.atPercent ?? 100) : 101;
  const marks = percent === 100 ? 'breached' : percent < 100 ? 'warned' : 'rung';
  return { id, timer: `clock/${clock}/${id}`, definition, marks };
}
