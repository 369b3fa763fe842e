import type { Json, JsonObject, Text } from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';
import { dueLookups } from '../lookup/due-lookups.ts';
import { collectTags } from './collect-tags.ts';
import type { ChoiceState, Evaluation, FieldState, LookupState, RowState } from './evaluation.ts';
import { isRequired } from './required.ts';
import { rowIds } from './row-places.ts';
import type { FieldInstance, Sweep } from './sweep-state.ts';
import { heldValues } from './to-record.ts';

/** A settled form as plain data for a screen, a chat or a test. */
export function evaluationOf(sweep: Sweep): Evaluation {
  const top = sweep.plan.fields.filter(({ container }) => container === undefined);
  return {
    values: heldValues(sweep),
    fields: Object.fromEntries(
      top.flatMap((plan) =>
        (sweep.instances.get(plan) ?? []).map((instance) => [plan.id, stateOf(instance, sweep)]),
      ),
    ),
    sections: sectionStates(sweep),
    tags: collectTags(sweep),
    due: dueLookups(sweep),
    lookups: lookupStates(sweep),
    recognised: Object.fromEntries(sweep.recognitions),
  };
}

function stateOf(instance: FieldInstance, sweep: Sweep): FieldState {
  const { plan, pointer, segments, isVisible, isReadOnly, follows, choices } = instance;
  const value = sweep.draft.get(segments);
  return {
    pointer,
    ...(value === undefined ? {} : { value }),
    visible: isVisible,
    required: isVisible && isRequired(instance, sweep),
    readOnly: isReadOnly,
    follows,
    ...(choices === undefined ? {} : { choices: choices.map(choiceState) }),
    ...(plan.kind.rows === undefined ? {} : { rows: rowStates(plan, instance, sweep) }),
  };
}

function choiceState({ id, label }: { readonly id: string; readonly label: Json | Text }): ChoiceState {
  return { id, label: typeof label === 'object' ? (label as Text) : String(label) };
}

function rowStates(plan: FieldPlan, around: FieldInstance, sweep: Sweep): readonly RowState[] {
  const labels = plan.field.options?.rows;
  return rowIds(plan, sweep.draft.get(around.segments)).map((id) => {
    const label = labels?.[id];
    const fields = plan.rowFields.flatMap((field) =>
      (sweep.instances.get(field) ?? [])
        .filter(({ rows }) => isRow(rows, [...around.rows, id]))
        .map((instance) => [field.id, stateOf(instance, sweep)] as const),
    );
    return { id, ...(label === undefined ? {} : { label }), fields: Object.fromEntries(fields) };
  });
}

function isRow(rows: readonly string[], wanted: readonly string[]): boolean {
  return rows.length === wanted.length && rows.every((row, index) => row === wanted[index]);
}

function sectionStates(sweep: Sweep): Evaluation['sections'] {
  const { sections } = sweep.plan.cut.form;
  return Object.fromEntries(
    sweep.plan.sections.map(({ id, data }) => {
      const values: JsonObject = Object.fromEntries(data.map(([name, value]) => [name, value(sweep.facts)]));
      const visible = sweep.sections.get(id) === true;
      return [id, { visible, present: sections[id]?.present ?? 'section', data: values }];
    }),
  );
}

function lookupStates(sweep: Sweep): { readonly [lookup: string]: LookupState } {
  return Object.fromEntries(
    [...sweep.lookups].map(([id, { status, params, hash, result }]) => [
      id,
      {
        status,
        ...(params === undefined ? {} : { params }),
        ...(hash === undefined ? {} : { hash }),
        ...(result === undefined ? {} : { result }),
      },
    ]),
  );
}
