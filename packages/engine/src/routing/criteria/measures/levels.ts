import type { Json } from '../../../issue/json.ts';
import type { Pair } from '../../facts/pair.ts';
import { type MeasureReader, numberRaw } from './measure.ts';

/** A person's level for this work order's kind, 0 where none is known. */
export function levels(by: readonly string[]): MeasureReader {
  const level = ({ workOrder, assignee }: Pair) => levelFor(assignee.facts.levels, by, workOrder.tags);
  return { read: (pair) => numberRaw(level(pair)), show: (pair) => ({ level: level(pair) }) };
}

/**
 * The level among `type/brand` keys. A part that the work order does not say matches every one, and the highest of
 * the matching levels counts; a part it says must match.
 */
export function levelFor(
  held: { readonly [key: string]: number },
  by: readonly string[],
  tags: { readonly [tag: string]: Json | undefined },
): number {
  const wanted = by.map((tag) => tags[tag]);
  if (wanted.every((part) => part !== undefined)) return held[wanted.join('/')] ?? 0;
  let highest = 0;
  for (const [key, level] of Object.entries(held)) {
    const parts = key.split('/');
    const fits = wanted.every((part, index) => part === undefined || String(part) === parts[index]);
    if (fits) highest = Math.max(highest, level);
  }
  return highest;
}
