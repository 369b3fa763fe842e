import { timerSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import { fireRung } from '../fold/fold-clocks.ts';
import { againTimer, answerOffer, leaseTimer, openOffers, requestPlan } from '../fold/fold-route.ts';
import { withoutEntries } from '../fold/map-entries.ts';
import { permitted } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { askNextRung } from './hear-offer.ts';

type TimerDue = Extract<WorkOrderEvent, { kind: 'timerDue' }>;
type RungDue = Extract<WorkOrderEvent, { kind: 'rungDue' }>;

/** A timer of the snapshot has come due: of a step, of a pass of offers, or of a proof's later way out. */
export function hearTimer(turn: Turn, event: TimerDue): readonly Issue[] {
  const refused = refuseTime(turn, event.timer, event.token);
  if (refused.length > 0) return refused;
  const dueAt = turn.timers[event.timer]?.dueAt ?? turn.at;
  turn.timers = withoutEntries(turn.timers, (timer) => timer === event.timer);
  turn.entries.push({ kind: 'timer-fired', timer: event.timer, dueAt });
  const [step = '', name = ''] = event.timer.split('/');
  const definition = turn.workings.steps.get(step)?.definition;
  if (definition?.kind === 'assign' && event.timer === leaseTimer(step)) {
    for (const offer of openOffers(turn.work[step]?.route))
      answerOffer(turn, step, offer, { state: 'expired' });
    askNextRung(turn, step);
  } else if (definition?.kind === 'assign' && event.timer === againTimer(step)) {
    requestPlan(turn, step, definition, true);
  } else {
    turn.signals.push(timerSignal(step, name));
  }
  return permitted;
}

export function hearRung(turn: Turn, event: RungDue): readonly Issue[] {
  const clock = turn.workings.clocks.find(({ id }) => id === event.clock);
  const rung = clock?.rungs.find(({ id }) => id === event.rung);
  const timer = rung?.timer ?? `clock/${event.clock}/${event.rung}`;
  const refused = refuseTime(turn, timer, event.token);
  if (refused.length > 0 || clock === undefined || rung === undefined) return refused;
  fireRung(turn, clock, rung);
  return permitted;
}

/** Asked before the machine: a timer of an earlier visit, or one that came before its instant, changes nothing. */
function refuseTime(turn: Turn, timer: string, token: number): readonly Issue[] {
  const armed = turn.timers[timer];
  if (armed === undefined || armed.token !== token) return [issue('timer/stale', '', { timer })];
  const { dueAt } = armed;
  return turn.at < dueAt ? [issue('timer/early', '', { timer, dueAt, at: turn.at })] : permitted;
}
