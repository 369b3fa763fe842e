import type { Json } from '@paidan/engine/issue';
import { orAbsent, withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** A list of rows; rows nobody filled are dropped. */
export const repeatKind: FieldKindDescriptor = {
  kind: 'repeat',
  rows: 'list',
  normalise: normaliseRows,
};

export function normaliseRows(value: Json): Json | undefined {
  if (!Array.isArray(value)) return orAbsent(value);
  return orAbsent(value.map(normaliseRow).filter((row) => row !== undefined));
}

function normaliseRow(row: Json): Json | undefined {
  return typeof row === 'string' ? orAbsent(row.trim()) : withoutEmptyMembers(row);
}
