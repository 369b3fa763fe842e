import type { CompiledBudget, CompiledClock, CompiledRung } from '../../compile/compile-clock.ts';
import { addDuration } from '../../time/add-duration.ts';
import { type ClockBudget, type ClockLedger, instantAtShare } from '../../time/clock-ledger.ts';
import { type Instant, instantOf, parseInstant } from '../../time/instant.ts';
import type { ClockState } from '../snapshot.ts';
import { factsNow, type Turn } from '../turn.ts';

/** The first budget whose condition holds. */
export function chooseBudget(turn: Turn, clock: CompiledClock): CompiledBudget | undefined {
  const facts = factsNow(turn);
  return clock.budgets.find(({ when }) => when === undefined || when.holds(facts));
}

/** The ledger of a running clock under a budget, or `undefined` when that budget sets no limit. */
export function ledgerOf(turn: Turn, budget: CompiledBudget, state: ClockState): ClockLedger | undefined {
  const limit = limitOf(turn, budget);
  const startedAt = state.countsFrom ?? state.startedAt;
  return limit === undefined || startedAt === undefined
    ? undefined
    : { budget: limit, startedAt, pauses: state.pauses };
}

function limitOf(turn: Turn, { definition, until }: CompiledBudget): ClockBudget | undefined {
  if (definition.budget === 'none') return undefined;
  if (!('until' in definition.budget)) return definition.budget;
  const promised = until?.(factsNow(turn));
  const instant = typeof promised === 'string' ? parseInstant(promised) : undefined;
  return instant === undefined ? undefined : { until: instantOf(instant) };
}

/** When a rung stands, given when the clock runs out. */
export function rungAt(
  { definition }: CompiledRung,
  due: Instant,
  ledger: ClockLedger,
  { calendar }: CompiledBudget,
): Instant | undefined {
  if (definition.past !== undefined) return addDuration(due, definition.past, calendar);
  const percent = definition.atPercent ?? 100;
  return percent === 100 ? due : instantAtShare(ledger, calendar, percent);
}
