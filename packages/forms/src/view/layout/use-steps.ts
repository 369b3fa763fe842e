import { useState } from 'react';
import type { CompiledForm } from '../../compile/compiled-form.ts';
import { useFilling, useFormScope } from '../form-scope.tsx';

export interface Steps {
  /** Position among the shown steps, from 0; -1 where the form has none. */
  readonly position: number;
  readonly total: number;
  readonly isLast: boolean;
  /** Whether a later step asks something that must be answered. */
  readonly mustGoOn: boolean;
  /** Whether nothing stops the present step. */
  readonly isDone: boolean;
  isHidden(sectionId: string): boolean;
  show(sectionId: string): void;
  move(by: number): void;
}

/** Sections with `present: "step"` come one after the other; the rest of the form is there all along. */
export function useSteps(): Steps {
  const { form } = useFormScope();
  const evaluation = useFilling((state) => state.evaluation);
  const { sections, order } = form.definition;
  const shown = order.filter(
    (id) => sections[id]?.present === 'step' && evaluation.sections[id]?.visible === true,
  );
  const [current, setCurrent] = useState(shown[0] ?? '');
  const position = shown.length === 0 ? -1 : Math.max(0, shown.indexOf(current));
  const isOpen = (id: string) =>
    (sections[id]?.order ?? []).some((field) => {
      const state = evaluation.fields[field];
      return state?.visible === true && state.required && state.value === undefined;
    });
  return {
    position,
    total: shown.length,
    isLast: position === shown.length - 1,
    mustGoOn: shown.slice(position + 1).some(isOpen),
    isDone: !isOpen(shown[position] ?? ''),
    isHidden: (id) => sections[id]?.present === 'step' && id !== shown[position],
    show: (id) => {
      if (shown.includes(id)) setCurrent(id);
    },
    move: (by) => setCurrent(shown[position + by] ?? current),
  };
}

/** The section a record pointer's field stands in. */
export function stepOf({ definition, writes }: CompiledForm, pointer: string): string | undefined {
  const below = pointer.slice(writes.length);
  const field = Object.keys(definition.fields).find((id) => {
    const at = definition.fields[id]?.at;
    return at !== undefined && (below === at || below.startsWith(`${at}/`));
  });
  return definition.order.find((id) => definition.sections[id]?.order?.includes(field ?? ''));
}
