import { instantMs } from '../../../time/instant.ts';
import type { Pair } from '../../facts/pair.ts';
import { spansOf } from '../../facts/span.ts';
import { type MeasureReader, numberRaw } from './measure.ts';

const SEVEN_DAYS_MS = 168 * 3_600_000;

/** Whole minutes worked in the last 168 hours. */
export const minutesOf7Days: MeasureReader = {
  read: (pair) => numberRaw(minutes(pair)),
  show: (pair) => ({ minutesOf7Days: minutes(pair) }),
};

/** Work orders that needed level 3 or more, finished in the last 168 hours. */
export const hardWorkOf7Days: MeasureReader = {
  read: (pair) => numberRaw(hardWork(pair)),
  show: (pair) => ({ hardWorkOf7Days: hardWork(pair) }),
};

function minutes({ assignee, atMs }: Pair): number {
  let ms = 0;
  for (const { fromMs, toMs } of spansOf(assignee.facts.worked ?? [])) {
    ms += Math.max(0, Math.min(toMs, atMs) - Math.max(fromMs, atMs - SEVEN_DAYS_MS));
  }
  return Math.floor(ms / 60_000);
}

function hardWork({ assignee, atMs }: Pair): number {
  return (assignee.facts.hardFinished ?? []).filter((instant) => {
    const finishedMs = instantMs(instant);
    return finishedMs <= atMs && finishedMs > atMs - SEVEN_DAYS_MS;
  }).length;
}
