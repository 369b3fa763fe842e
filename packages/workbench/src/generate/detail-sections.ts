import type { Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';
import type { Column } from './column.ts';

/** A group of the record on the detail; without a title, what no form's section writes. */
export interface DetailSection {
  readonly id: string;
  readonly title?: Text;
  readonly columns: readonly Column[];
}

/** The record in the groups of the forms that write it, each place once, under the first section that asks for it. */
export function detailSections(workflow: Workflow, columns: readonly Column[]): readonly DetailSection[] {
  const named = columns.filter(({ isNamed }) => isNamed);
  // Without a single form, the keys of the record are all the words there are.
  const left = new Set(named.length === 0 ? columns : named);
  const take = (pointers: readonly string[]): readonly Column[] => {
    const taken = [...left].filter(({ pointer }) =>
      pointers.some((one) => pointer === one || pointer.startsWith(`${one}/`)),
    );
    for (const column of taken) left.delete(column);
    return taken;
  };
  const sections = Object.entries(workflow.forms ?? {}).flatMap(([formId, { form, writes }]) =>
    form.order.flatMap((sectionId) => {
      const section = form.sections[sectionId];
      const pointers = (section?.order ?? []).flatMap((field) => {
        const at = form.fields[field]?.at;
        return at === undefined || at.includes('*') ? [] : [`${writes}${at}`];
      });
      const taken = take(pointers);
      if (section === undefined || taken.length === 0) return [];
      return [{ id: `${formId}.${sectionId}`, title: section.title, columns: taken }];
    }),
  );
  return left.size === 0 ? sections : [...sections, { id: 'others', columns: [...left] }];
}
