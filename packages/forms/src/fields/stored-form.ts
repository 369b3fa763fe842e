import type { Json } from '@paidan/engine/issue';
import { orAbsent } from './empty.ts';
import type { FieldKindDescriptor, FieldSetting } from './field-kind.ts';

/** What is stored for a value as typed or sent; `undefined` for every kind of empty. Settles after one pass. */
export function storedForm(kind: FieldKindDescriptor, value: Json, setting: FieldSetting): Json | undefined {
  const given = orAbsent(value);
  return given === undefined ? undefined : orAbsent(kind.normalise(given, setting));
}
