import type { FormPort, FormsKernel } from '@paidan/engine';
import { type Checked, hasErrors, type Issue, isJsonObject, issue, pointerOf } from '@paidan/engine/issue';
import { compileForm } from './compile-form.ts';
import { formOf } from './cut-form.ts';
import { nearest } from './shape-issues.ts';

/** The kernel handed to `compileWorkflow(workflow, { forms })` by server, phone, designer and tests alike. */
export const formsKernel: FormsKernel = {
  compile(workflow, formId): Checked<FormPort> {
    const cut = formOf(workflow, formId);
    if (cut === undefined) {
      const forms = isJsonObject(workflow['forms']) ? Object.keys(workflow['forms']) : [];
      const data = { form: formId, nearest: nearest(formId, forms) };
      return { issues: [issue('form/unknown', '/forms', data)] };
    }
    const { value: form, issues } = compileForm(cut);
    const placed = issues.map((found) => inWorkflow(found, formId));
    if (form === undefined || hasErrors(placed)) return { issues: placed };
    const port: FormPort = {
      hash: form.hash,
      writable: form.writable,
      validate: ({ values, record, ...context }) => form.settle(values, { ...context, base: record }),
      due: ({ values, record, ...context }) => form.evaluate(values, { ...context, base: record }).due,
    };
    return { value: port, issues: placed };
  },
};

/** Pointers into the cut form become pointers into the workflow as its author wrote it. */
function inWorkflow(found: Issue, formId: string): Issue {
  if (found.pointer.startsWith('/record')) return found;
  return { ...found, pointer: pointerOf('forms', formId) + found.pointer };
}
