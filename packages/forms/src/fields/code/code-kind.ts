import { orAbsent } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/**
 * The instant at which a one-time code was confirmed. The digits are compared by the server and stored nowhere; the
 * instant comes as the answer of the lookup named after the field, and what a client claims is ignored.
 */
export const codeKind: FieldKindDescriptor = {
  kind: 'code',
  normalise: (value) => orAbsent(value),
};
