import { isJsonObject } from '@paidan/engine/issue';
import { withoutEmptyMembers } from '../empty.ts';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** A typed address, with a WGS-84 position where one is known. */
export const locationKind: FieldKindDescriptor = {
  kind: 'location',
  normalise(value) {
    if (typeof value === 'string') {
      const address = value.trim();
      return address === '' ? undefined : { address, source: 'typed' };
    }
    if (!isJsonObject(value)) return value ?? undefined;
    const address = value['address'];
    return withoutEmptyMembers(typeof address === 'string' ? { ...value, address: address.trim() } : value);
  },
  verify(value) {
    if (!isJsonObject(value)) return [];
    // Half a position is none: it would place the work order on the equator or in Greenwich.
    const isHalf = (value['latitude'] === undefined) !== (value['longitude'] === undefined);
    return isHalf ? [{ code: 'form/wrong-shape' }] : [];
  },
};
