import { isJsonObject } from '@paidan/engine/issue';
import { withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** `{ id?, label }`: somebody of the directory, or named by hand. */
export const personKind: FieldKindDescriptor = {
  kind: 'person',
  normalise(value) {
    if (typeof value === 'string') {
      const label = value.trim();
      return label === '' ? undefined : { label };
    }
    if (!isJsonObject(value)) return value ?? undefined;
    const label = value['label'];
    return withoutEmptyMembers(typeof label === 'string' ? { ...value, label: label.trim() } : value);
  },
};
