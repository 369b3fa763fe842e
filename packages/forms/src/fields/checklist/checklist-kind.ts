import { isJsonObject, type Json } from '@paidan/engine/issue';
import { orAbsent, withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** An object by row id; the rows are fixed by the form, so a row is never added or removed. */
export const checklistKind: FieldKindDescriptor = {
  kind: 'checklist',
  rows: 'members',
  normalise(value): Json | undefined {
    if (!isJsonObject(value)) return orAbsent(value);
    const rows = Object.entries(value).flatMap(([id, row]) => {
      const full = withoutEmptyMembers(row);
      return full === undefined ? [] : [[id, full] as const];
    });
    return orAbsent(Object.fromEntries(rows));
  },
};
