import type { CompiledTransition } from '../compile/compile-transition.ts';
import { eventSignal } from '../compile/signal.ts';
import { activeSteps } from './configuration.ts';
import type { Offered } from './offered.ts';
import { type Because, roleReason } from './permission.ts';
import { factsNow, type Turn } from './turn.ts';

/** The workflow's own events, in the order of the document: those somebody may send and this place hears. */
export function offeredNamed(turn: Turn): readonly Offered[] {
  const { flow } = turn.workings.handle.workflow;
  return Object.entries(flow.events ?? {}).flatMap(([event, { by }]): readonly Offered[] => {
    const hearing = transitionsHearing(turn, event);
    if (by === undefined || (hearing.length === 0 && !turn.workings.moments.has(event))) return [];
    const because = [
      roleReason(by, turn.actor, `/flow/events/${event}/by`),
      ...(hearing.length === 0 ? [] : [conditionReason(turn, hearing)]),
    ];
    return [{ event: { kind: 'send', event }, available: because.every(({ holds }) => holds), because }];
  });
}

/** Transitions of the active steps that hear an event; after the end only those that say so. */
export function transitionsHearing(turn: Turn, event: string): readonly CompiledTransition[] {
  const ended = turn.status === 'ended';
  const signal = eventSignal(event);
  return activeSteps(turn.configuration).flatMap(
    (id) =>
      turn.workings.steps
        .get(id)
        ?.transitions.filter(
          ({ hears, alsoAfterEnd }) => hears.includes(signal) && (!ended || alsoAfterEnd),
        ) ?? [],
  );
}

/** The first transition whose condition holds, or the last one that does not, with what it read. */
function conditionReason(turn: Turn, hearing: readonly CompiledTransition[]): Because {
  const facts = factsNow(turn);
  const taken = hearing.find(({ when }) => when === undefined || when.holds(facts));
  const shown = taken ?? hearing.at(-1);
  return {
    kind: 'condition',
    pointer: shown?.when?.pointer ?? shown?.pointer ?? '',
    holds: taken !== undefined,
    data: shown?.when?.valuesRead(facts) ?? {},
  };
}
