import type { FieldKindDescriptor } from '../field-kind.ts';
import { normaliseRows } from '../repeat/repeat-kind.ts';

/** A list of parts: rows with a code to scan, a quantity and a price. */
export const partsKind: FieldKindDescriptor = {
  kind: 'parts',
  rows: 'list',
  normalise: normaliseRows,
};
