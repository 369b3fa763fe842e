import { type CompiledSet, type Written, writeValues } from '../../compile/compile-set.ts';
import type { Json } from '../../issue/json.ts';
import { factsNow, type Turn } from '../turn.ts';

export type WrittenBy = 'answer' | 'set' | 'result' | 'start';

/** Writes a `set`: all values are computed before any is written. */
export function writeSet(turn: Turn, set: CompiledSet | undefined, by: WrittenBy = 'set'): void {
  if (set !== undefined) writeFields(turn, set.values(factsNow(turn)), by);
}

export function writeFields(
  turn: Turn,
  values: readonly (readonly [pointer: string, value: Json])[],
  by: WrittenBy,
): void {
  turn.record = writeValues(turn.record, values, turn.workings.recordSchema, (written) =>
    enterWritten(turn, written, by),
  );
}

/** The journal's line for one field; a value of the wrong type was not written and is an incident. */
export function enterWritten(turn: Turn, written: Written, by: WrittenBy): void {
  if (written.kind === 'misfit') {
    turn.entries.push({ kind: 'incident-opened', incident: 'value-does-not-fit', code: written.pointer });
    return;
  }
  const { kind: _, ...change } = written;
  turn.entries.push({ kind: 'field-changed', ...change, by });
}
