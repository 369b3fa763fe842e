import type { FieldKindDescriptor } from '../field-kind.ts';

/** One id, a list of ids, or yes/no, after the schema. Which choices are offered is the form's matter. */
export const choiceKind: FieldKindDescriptor = {
  kind: 'choice',
  normalise(value, { field }) {
    if (Array.isArray(value)) return value.length === 0 ? undefined : value;
    // A box to confirm has one answer; unticked is no answer at all.
    if (field.options?.style === 'confirm' && value === false) return undefined;
    return value === '' || value === null ? undefined : value;
  },
};
