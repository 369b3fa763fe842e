import { type JsonObject, readPointer, segmentsOf } from '@paidan/engine/issue';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { startDraft } from '../evaluate/record-draft.ts';
import { isEmpty } from '../fields/empty.ts';

/**
 * What is put to the verdict: what the form holds, hidden answers left out, and `null` where a person emptied a place
 * that the record had filled, so that emptying is an answer and not silence.
 */
export function outgoingValues(form: CompiledForm, evaluation: Evaluation, typed: JsonObject): JsonObject {
  const cleared = Object.values(evaluation.fields).filter(
    ({ pointer, visible, readOnly, value }) =>
      pointer !== '' && visible && !readOnly && value === undefined && isCleared(form, pointer, typed),
  );
  if (cleared.length === 0) return evaluation.values;
  const values = startDraft(evaluation.values);
  for (const { pointer } of cleared) values.set(segmentsOf(pointer.slice(form.writes.length)), null);
  return values.root;
}

function isCleared(form: CompiledForm, pointer: string, typed: JsonObject): boolean {
  const said = readPointer(typed, pointer.slice(form.writes.length));
  return said !== undefined && isEmpty(said);
}
