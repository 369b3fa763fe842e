import type { CompiledBudget, CompiledClock, CompiledRung } from '../../compile/compile-clock.ts';
import { clockSignal } from '../../compile/signal.ts';
import { type ClockLedger, dueAt } from '../../time/clock-ledger.ts';
import type { Instant } from '../../time/instant.ts';
import { activeSteps } from '../configuration.ts';
import type { ClockState } from '../snapshot.ts';
import type { Turn } from '../turn.ts';
import { chooseBudget, ledgerOf, rungAt } from './clock-ledger-of.ts';
import { withEntry, withoutEntries } from './map-entries.ts';
import { runEffects } from './run-effects.ts';

/** A start moment has come: the first run, or with `"restarts": "eachStart"` a new one. */
export function startClock(turn: Turn, id: string): void {
  const clock = clockOf(turn, id);
  const before = turn.clocks[id];
  if (clock === undefined) return;
  if (before?.startedAt !== undefined && clock.definition.restarts !== 'eachStart') return;
  const run = (before?.run ?? 0) + 1;
  const begun: ClockState = {
    state: 'running',
    startedAt: turn.at,
    pauses: [],
    fired: [],
    run,
    token: turn.seq,
  };
  dropRungs(turn, id);
  keep(turn, id, begun);
  reckon(turn, clock, begun, 'clock-started');
}

/** A stop moment has come: met, or missed when the due instant lies behind. */
export function stopClock(turn: Turn, id: string): void {
  const state = turn.clocks[id];
  if (state === undefined || !isLive(state)) return;
  const missed = state.state === 'breached' || (state.dueAt !== undefined && turn.at > state.dueAt);
  const pauses = state.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: turn.at } : pause));
  const unlimited = state.state === 'none';
  keep(turn, id, {
    ...state,
    state: unlimited ? 'none' : missed ? 'missed' : 'met',
    stoppedAt: turn.at,
    pauses,
  });
  dropRungs(turn, id);
  if (!unlimited) enter(turn, id, missed ? 'clock-missed' : 'clock-met');
}

export function stopAllClocks(turn: Turn): void {
  for (const { id } of turn.workings.clocks) stopClock(turn, id);
}

/** After everything else: pauses by where the work order stands now, budgets by what the record says now. */
export function foldClocks(turn: Turn): void {
  if (turn.status === 'ended') return;
  for (const clock of turn.workings.clocks) {
    const state = turn.clocks[clock.id];
    if (state === undefined || !isLive(state)) continue;
    const paused = foldPause(turn, clock, state);
    const budget = chooseBudget(turn, clock);
    if (budget?.id !== state.budget)
      reckon(turn, clock, rebudgeted(turn, budget, paused), 'clock-recomputed', budget);
    else if (paused !== state) reckon(turn, clock, paused, pauseKind(paused), budget);
    else if (budget?.until !== undefined) followPromise(turn, clock, state, budget);
  }
}

/** A rung's instant has come. */
export function fireRung(turn: Turn, clock: CompiledClock, rung: CompiledRung): void {
  const state = turn.clocks[clock.id];
  if (state === undefined) return;
  const fired = [...state.fired, rung.id];
  keep(turn, clock.id, { ...state, fired, state: stateOf(clock, { ...state, fired }) });
  turn.timers = withoutEntries(turn.timers, (timer) => timer === rung.timer);
  enter(turn, clock.id, `clock-${rung.marks}`, rung.id);
  turn.consequences += 1;
  turn.signals.push(clockSignal(clock.id, rung.id));
  runEffects(turn, rung.definition.effects, { title: clock.definition.title });
}

function isLive(state: ClockState): boolean {
  return state.startedAt !== undefined && state.stoppedAt === undefined;
}

function rebudgeted(turn: Turn, budget: CompiledBudget | undefined, state: ClockState): ClockState {
  const { countsFrom: _, ...rest } = state;
  // Counting from the change is only for a budget that says so; the run's own start is kept for all the others.
  return budget?.definition.from === 'itsWhen' ? { ...rest, countsFrom: turn.at } : rest;
}

function followPromise(turn: Turn, clock: CompiledClock, state: ClockState, budget: CompiledBudget): void {
  const ledger = ledgerOf(turn, budget, state);
  const due = ledger === undefined ? undefined : dueAt(ledger, budget.calendar);
  if (due !== state.dueAt) reckon(turn, clock, state, 'clock-recomputed', budget);
}

function pauseKind(state: ClockState): 'clock-paused' | 'clock-resumed' {
  return state.pauses.some(({ to }) => to === undefined) ? 'clock-paused' : 'clock-resumed';
}

/** One pause is open at a time; when another reason takes over, the ledger says so without a gap. */
function foldPause(turn: Turn, clock: CompiledClock, state: ClockState): ClockState {
  if (clock.pauses.length === 0) return state;
  const active = activeSteps(turn.configuration);
  const reason = clock.pauses.find(({ steps }) => steps.some((step) => active.includes(step)))?.reason;
  const open = state.pauses.find(({ to }) => to === undefined);
  if (open?.reason === reason) return state;
  const closed = state.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: turn.at } : pause));
  return {
    ...state,
    pauses: reason === undefined ? closed : [...closed, { reason, from: turn.at }],
  };
}

/** Derives due instant, state and rungs from the ledger, and enters what happened. */
function reckon(
  turn: Turn,
  clock: CompiledClock,
  before: ClockState,
  kind: 'clock-started' | 'clock-recomputed' | 'clock-paused' | 'clock-resumed',
  budget = chooseBudget(turn, clock),
): void {
  const { dueAt: _, budget: __, ...rest } = before;
  const ledger = budget === undefined ? undefined : ledgerOf(turn, budget, before);
  const named = budget === undefined ? rest : { ...rest, budget: budget.id };
  if (budget === undefined || ledger === undefined) {
    dropRungs(turn, clock.id);
    keep(turn, clock.id, { ...named, state: 'none' });
  } else {
    const due = dueAt(ledger, budget.calendar);
    const fired =
      kind === 'clock-recomputed' && due !== undefined && due > turn.at
        ? unmarked(clock, rest.fired)
        : rest.fired;
    const reckoned = { ...named, fired, ...(due === undefined ? {} : { dueAt: due }) };
    keep(turn, clock.id, { ...reckoned, state: stateOf(clock, reckoned) });
    armRungs(turn, clock, ledger, { budget, due });
  }
  enter(turn, clock.id, kind);
}

/** A new budget whose end lies ahead takes the mark away; passing that end must mark it again. */
function unmarked(clock: CompiledClock, fired: readonly string[]): readonly string[] {
  const marking = clock.rungs.filter(({ marks }) => marks === 'breached').map(({ id }) => id);
  return fired.filter((id) => !marking.includes(id));
}

function stateOf(clock: CompiledClock, state: Pick<ClockState, 'fired' | 'pauses'>): ClockState['state'] {
  const fired = clock.rungs.filter(({ id }) => state.fired.includes(id));
  if (fired.some(({ marks }) => marks === 'breached')) return 'breached';
  if (state.pauses.some(({ to }) => to === undefined)) return 'paused';
  return fired.some(({ marks }) => marks === 'warned') ? 'warned' : 'running';
}

/** While the clock is paused none is armed: resuming arms them anew, those already behind included. */
function armRungs(
  turn: Turn,
  clock: CompiledClock,
  ledger: ClockLedger,
  { budget, due }: { readonly budget: CompiledBudget; readonly due: Instant | undefined },
): void {
  dropRungs(turn, clock.id);
  const state = turn.clocks[clock.id];
  if (due === undefined || state === undefined) return;
  const timers = { ...turn.timers };
  for (const rung of clock.rungs) {
    const at = state.fired.includes(rung.id) ? undefined : rungAt(rung, due, ledger, budget);
    if (at === undefined) continue;
    timers[rung.timer] = { token: state.token, dueAt: at, onResume: 'absolute', armedAt: turn.at };
  }
  turn.timers = timers;
}

function dropRungs(turn: Turn, id: string): void {
  turn.timers = withoutEntries(turn.timers, (timer) => timer.startsWith(`clock/${id}/`));
}

function keep(turn: Turn, id: string, state: ClockState): void {
  turn.clocks = withEntry(turn.clocks, id, state);
}

function clockOf(turn: Turn, id: string): CompiledClock | undefined {
  return turn.workings.clocks.find((clock) => clock.id === id);
}

type ClockEntryKind =
  | 'clock-started'
  | 'clock-recomputed'
  | 'clock-paused'
  | 'clock-resumed'
  | 'clock-warned'
  | 'clock-breached'
  | 'clock-rung'
  | 'clock-met'
  | 'clock-missed';

function enter(turn: Turn, clock: string, kind: ClockEntryKind, rung?: string): void {
  const state = turn.clocks[clock];
  const reason = kind === 'clock-paused' ? state?.pauses.at(-1)?.reason : undefined;
  turn.entries.push({
    kind,
    clock,
    run: state?.run ?? 0,
    ...(state?.dueAt === undefined ? {} : { dueAt: state.dueAt }),
    ...(reason === undefined ? {} : { reason }),
    ...(rung === undefined ? {} : { rung }),
  });
}
