import { type Json, readOwn } from '@paidan/engine/issue';

/** What stands at a dotted read such as `item.updatedAt`, `undefined` where nothing does. */
export function readDotted(facts: Json, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>(readOwn, facts);
}

/** The same as text, for keys; objects and lists are no keys. */
export function readKey(facts: Json, path: string): string | undefined {
  const value = readDotted(facts, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
