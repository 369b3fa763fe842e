import { isJsonObject, type Json } from '@paidan/engine/issue';
import { orAbsent, withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor, FieldSetting, KindFinding } from '../field-kind.ts';

/** `{ id, sha256 }`, one or a list, after the schema. */
export const fileKind: FieldKindDescriptor = {
  kind: 'file',
  normalise: normaliseFiles,
  verify: filesFindings,
};

export function normaliseFiles(value: Json): Json | undefined {
  if (!Array.isArray(value)) return withoutEmptyMembers(value);
  return orAbsent(value.map(withoutEmptyMembers).filter((file) => file !== undefined));
}

/** How many there must and may be; a file still in the upload queue has no hash and cannot be relied on. */
export function filesFindings(value: Json, { field }: FieldSetting): readonly KindFinding[] {
  const files = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = field.options ?? {};
  if (files.length < atLeast) return [{ code: 'form/too-few', data: { limit: atLeast } }];
  if (files.length > atMost) return [{ code: 'form/too-many', data: { limit: atMost } }];
  return files.flatMap((file, index) =>
    isJsonObject(file) && file['sha256'] === undefined
      ? [{ code: 'form/upload-pending', at: Array.isArray(value) ? `/${index}` : '' } as const]
      : [],
  );
}
