/**
 * What the machine hears. Every family has its own prefix and ids have no dots, so no two can be confused and nobody
 * outside can spell one of the library's own events.
 */
export type Signal = string;

export const startSignal: Signal = 'start';

export function outcomeSignal(step: string, outcome: string): Signal {
  return `step.${step}.${outcome}`;
}

export function eventSignal(event: string): Signal {
  return `event.${event}`;
}

export function timerSignal(step: string, timer: string): Signal {
  return `timer.${step}.${timer}`;
}

export function clockSignal(clock: string, rung: string): Signal {
  return `clock.${clock}.${rung}`;
}

export function lateSignal(step: string): Signal {
  return `late.${step}`;
}
