import { canonicalJson, sha256 } from '@paidan/engine/definition';
import { isJsonObject, type JsonObject, readPointer } from '@paidan/engine/issue';
import { withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** A drawn name, its strokes, its signer, and the digest of what it was shown to cover. */
export const signatureKind: FieldKindDescriptor = {
  kind: 'signature',
  normalise: (value) => withoutEmptyMembers(value),
  verify(value, { field }, { record }) {
    if (!isJsonObject(value)) return [];
    if (value['strokes'] === 0) return [{ code: 'form/empty-signature' }];
    const covers = field.options?.covers ?? [];
    const isOutdated = covers.length > 0 && value['coversSha256'] !== digestOf(record, covers);
    return isOutdated ? [{ code: 'form/signature-outdated' }] : [];
  },
};

/**
 * SHA-256, hexadecimal, of the canonical JSON of what stands at these record pointers, absent ones left out. The same
 * digest a gate compares: a signature over other bytes proves nothing.
 */
export function digestOf(record: JsonObject, covers: readonly string[]): string {
  const shown = covers.flatMap((pointer) => {
    const value = readPointer(record, pointer);
    return value === undefined ? [] : [[pointer, value] as const];
  });
  return sha256(canonicalJson(Object.fromEntries(shown)));
}
