import { isJsonObject, type Json } from '@paidan/engine/issue';

/** Absent is the only empty: a record holds no `null`, no `""`, no empty list or object. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** The value, or `undefined` when it is empty. */
export function orAbsent(value: Json | undefined): Json | undefined {
  return isEmpty(value) ? undefined : value;
}

/** An object without its empty members; not an object: as it is. */
export function withoutEmptyMembers(value: Json): Json | undefined {
  if (!isJsonObject(value)) return orAbsent(value);
  const full = Object.entries(value).filter(([, member]) => !isEmpty(member));
  return full.length === 0 ? undefined : Object.fromEntries(full);
}
