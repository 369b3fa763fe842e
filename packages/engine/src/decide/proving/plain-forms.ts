import type { Field } from '../../author/definition/field.ts';
import type { FormFile } from '../../author/definition/form.ts';
import { hashOfJson } from '../../canonical/sha256.ts';
import { sameJson } from '../../compile/compile-set.ts';
import type { FormInput, FormOutcome, FormsKernel } from '../../compile/forms-port.ts';
import { type Checked, type Issue, issue } from '../../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { pointerOf, readPointer, writePointer } from '../../issue/json-pointer.ts';

/**
 * A small real kernel, so that the engine's own tests need no other package: every field of a form is a key below
 * `writes`, `required: true` demands a value, and what the form does not ask for is refused.
 */
export const plainForms: FormsKernel = {
  compile(workflow, formId) {
    const use = readPointer(workflow, pointerOf('forms', formId));
    const form = isJsonObject(use) && isJsonObject(use['form']) ? use['form'] : {};
    const fields = isJsonObject(form['fields']) ? form['fields'] : {};
    const writes = isJsonObject(use) && typeof use['writes'] === 'string' ? use['writes'] : '';
    return {
      value: {
        hash: hashOfJson(form),
        writable: Object.keys(fields).map((field) => writes + pointerOf(field)),
        validate: (input) => judge(input, fields, writes),
      },
      issues: [],
    };
  },
};

function judge({ values, record }: FormInput, fields: JsonObject, writes: string): Checked<FormOutcome> {
  const issues: Issue[] = [];
  const changed: string[] = [];
  let written: Json = record;
  for (const field of Object.keys(values)) {
    if (!Object.hasOwn(fields, field)) {
      issues.push(issue('submission/not-writable', pointerOf(field), { field, actor: 'form' }));
    }
  }
  for (const [field, definition] of Object.entries(fields)) {
    const pointer = writes + pointerOf(field);
    const value = values[field];
    const isRequired = isJsonObject(definition) && definition['required'] === true;
    if (value === undefined && isRequired && readPointer(record, pointer) === undefined) {
      issues.push(issue('submission/not-writable', pointerOf(field), { field, actor: 'form' }));
    }
    if (value === undefined || sameJson(readPointer(record, pointer), value)) continue;
    changed.push(pointer);
    written = writePointer(written, pointer, value);
  }
  if (issues.length > 0 || !isJsonObject(written)) return { issues };
  return { value: { record: written, changed, tags: [] }, issues };
}

/** A form of these fields; a name that ends in `!` is required. */
export function formOf(writes: string, ...names: readonly string[]): { writes: string; form: FormFile } {
  const fields: { [id: string]: Field } = {};
  for (const name of names) {
    const id = name.replace('!', '');
    fields[id] = { kind: 'text', label: id, ...(name.endsWith('!') ? { required: true } : {}) };
  }
  return {
    writes,
    form: {
      title: 'Form',
      stages: {},
      order: ['all'],
      sections: { all: { title: 'All', order: Object.keys(fields) } },
      fields,
    },
  };
}
