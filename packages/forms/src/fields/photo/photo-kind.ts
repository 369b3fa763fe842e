import type { FieldKindDescriptor } from '../field-kind.ts';
import { filesFindings, normaliseFiles } from '../file/file-kind.ts';

/** `{ id, sha256, takenAt? }`, one or a list, after the schema. */
export const photoKind: FieldKindDescriptor = {
  kind: 'photo',
  normalise: normaliseFiles,
  verify: filesFindings,
};
