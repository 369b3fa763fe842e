import { sameJson } from '../compile/compile-set.ts';
import type { CompiledForm } from '../compile/compiled-workflow.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf, readPointer } from '../issue/json-pointer.ts';
import type { Submission } from './event.ts';
import { enterWritten } from './fold/write-record.ts';
import type { Turn } from './turn.ts';

/**
 * Judges answers by the form's own kernel and writes what is permitted. Writable pointers and the roles' `writes` are
 * checked again here, whatever a browser allowed.
 */
export function takeAnswers(
  turn: Turn,
  place: { readonly step: string; readonly stage: string; readonly form: string },
  submission: Submission,
): readonly Issue[] {
  const form = turn.workings.forms.get(place.form);
  if (form === undefined || submission.form !== place.form) {
    return [issue('submission/wrong-form', '/form', { expected: place.form, found: submission.form })];
  }
  if (submission.hash !== undefined && submission.hash !== form.port.hash) {
    return [issue('submission/other-version', '/hash', { form: form.id })];
  }
  const refused = refusedFields(turn, form, submission.values);
  if (refused.length > 0) return refused;
  return writeAnswers(turn, place, form, submission);
}

function writeAnswers(
  turn: Turn,
  { step, stage }: { readonly step: string; readonly stage: string },
  form: CompiledForm,
  submission: Submission,
): readonly Issue[] {
  const { id, name: _, roles } = { ...turn.actor };
  const { value, issues } = form.port.validate({
    values: submission.values,
    record: turn.record,
    stage,
    at: turn.at,
    timeZone: turn.facts.timeZone,
    channel: submission.channel ?? 'api',
    actor: { id, roles },
    edited: submission.edited ?? [],
    acknowledged: submission.acknowledged ?? [],
    lookups: submission.lookups ?? {},
    workOrder: { ...turn.facts.workOrder },
  });
  if (value === undefined) return issues;
  const beyond = value.changed.find((pointer) => !isCovered(pointer, form.port.writable));
  if (beyond !== undefined) return [notWritable(turn, beyond)];
  for (const pointer of value.changed) {
    const before = readPointer(turn.record, pointer);
    const after = readPointer(value.record, pointer);
    enterWritten(
      turn,
      {
        kind: 'wrote',
        pointer,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
      'answer',
    );
  }
  if (value.changed.length > 0) turn.record = value.record;
  turn.entries.push({ kind: 'answers-given', step, form: form.id, tags: value.tags });
  return [];
}

/** Answers that none of the actor's roles may write, unless they say what the record says already. */
function refusedFields(turn: Turn, form: CompiledForm, values: JsonObject): readonly Issue[] {
  const writes = turn.actor.roles.flatMap((role) => turn.workings.roles[role]?.writes ?? []);
  const refused: Issue[] = [];
  const judge = (pointer: string, value: Json) => {
    if (isCovered(pointer, writes) || sameJson(readPointer(turn.record, pointer), value)) return;
    if (isJsonObject(value) && writes.some((own) => own.startsWith(`${pointer}/`))) {
      for (const [key, part] of Object.entries(value)) judge(pointer + pointerOf(key), part);
      return;
    }
    refused.push(notWritable(turn, pointer));
  };
  for (const [key, value] of Object.entries(values)) judge(form.writes + pointerOf(key), value);
  return refused;
}

function isCovered(pointer: string, by: readonly string[]): boolean {
  return by.some((own) => pointer === own || pointer.startsWith(`${own}/`));
}

function notWritable(turn: Turn, field: string): Issue {
  return issue('submission/not-writable', field, { field, actor: turn.actor.name });
}
