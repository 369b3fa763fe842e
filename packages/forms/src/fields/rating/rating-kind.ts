import type { FieldKindDescriptor } from '../field-kind.ts';

/** A whole number; 0 is an answer. */
export const ratingKind: FieldKindDescriptor = {
  kind: 'rating',
  normalise(value) {
    if (typeof value !== 'string') return value ?? undefined;
    const text = value.normalize('NFKC').trim();
    if (text === '') return undefined;
    return /^\d{1,2}$/.test(text) ? Number(text) : value;
  },
};
