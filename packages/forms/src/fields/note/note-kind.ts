import type { FieldKindDescriptor } from '../field-kind.ts';

/** Text to read; it stores nothing. */
export const noteKind: FieldKindDescriptor = {
  kind: 'note',
  normalise: () => undefined,
};
