import { bundleWorkflow, type ReadFile } from '@paidan/engine';
import { WorkflowFault } from '@paidan/engine/issue';
import { compileForm } from '../compile/compile-form.ts';
import type { CompiledForm } from '../compile/compiled-form.ts';
import { formOf } from '../compile/cut-form.ts';

/** Every form of a workflow document by id, compiled; for tests, so a form with an error is misuse. */
export function formsOfDocument(path: string, read: ReadFile): (formId: string) => CompiledForm {
  const { value: workflow, issues } = bundleWorkflow(read(path) ?? {}, read);
  if (workflow === undefined) throw refused(issues);
  const compiled = new Map<string, CompiledForm>();
  return (formId) => {
    const known = compiled.get(formId);
    if (known !== undefined) return known;
    const { value, issues: found } = compileForm(formOf(workflow, formId) ?? {});
    if (value === undefined) throw refused(found);
    compiled.set(formId, value);
    return value;
  };
}

function refused(issues: unknown): WorkflowFault {
  return new WorkflowFault('form/unfit', JSON.stringify(issues), 'give-up');
}
