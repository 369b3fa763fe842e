import type { Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';

/** What a version's forms call the places of the record, and their choices. */
export interface FieldTitles {
  title(pointer: string): Text;
  choice(pointer: string, value: string): Text | undefined;
}

type Form = NonNullable<Workflow['forms']>[string]['form'];
type Field = Form['fields'][string];

/** The first form that has a field for a place names it. */
export function fieldTitles(workflow: Workflow): FieldTitles {
  const known = new Map<string, { readonly field: Field; readonly form: Form }>();
  for (const { writes, form } of Object.values(workflow.forms ?? {})) {
    for (const [id, field] of Object.entries(form.fields)) {
      const pointer = `${writes === '/' ? '' : writes}${field.at ?? `/${id}`}`;
      if (!known.has(pointer)) known.set(pointer, { field, form });
    }
  }
  return {
    title: (pointer) => known.get(pointer)?.field.label ?? pointer.slice(1),
    choice: (pointer, value) => {
      const found = known.get(pointer);
      return found && choiceOf(found.field, found.form, value);
    },
  };
}

function choiceOf({ choices: own }: Field, form: Form, value: string): Text | undefined {
  const choices = typeof own === 'string' ? form.choiceSets?.[own]?.choices : own;
  return choices?.[value]?.label;
}
