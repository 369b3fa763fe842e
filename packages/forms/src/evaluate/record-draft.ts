import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';

type MutableObject = { [key: string]: Json };

/** The record while it is being settled: written in place, the record it started from never touched. */
export interface RecordDraft {
  readonly root: JsonObject;
  get(segments: readonly string[]): Json | undefined;
  set(segments: readonly string[], value: Json): void;
  /** Removes the member, and objects that become empty by it: a record holds no empty object. */
  remove(segments: readonly string[]): void;
}

/** A draft that copies an object or list of `base` when something below it is first written. */
export function startDraft(base: JsonObject): RecordDraft {
  const root: MutableObject = { ...base };
  const owned = new WeakSet<object>([root]);
  const own = (holder: MutableObject | Json[], key: string): MutableObject | Json[] | undefined => {
    const value = read(holder, key);
    if (typeof value !== 'object' || value === null) return undefined;
    if (owned.has(value)) return value as MutableObject | Json[];
    const copy: MutableObject | Json[] = Array.isArray(value) ? [...value] : { ...(value as MutableObject) };
    owned.add(copy);
    assign(holder, key, copy);
    return copy;
  };
  const make = (holder: MutableObject | Json[], key: string): MutableObject => {
    const made: MutableObject = {};
    owned.add(made);
    assign(holder, key, made);
    return made;
  };
  return {
    root,
    get: (segments) => valueAt(root, segments),
    set: (segments, value) => {
      const last = segments.length - 1;
      let holder: MutableObject | Json[] = root;
      for (let index = 0; index < last; index++) {
        const key = segments[index] ?? '';
        holder = own(holder, key) ?? make(holder, key);
      }
      assign(holder, segments[last] ?? '', value);
    },
    remove: (segments) => removeBelow(root, segments, 0, own),
  };
}

/** What stands at a place whose pointer has been taken apart once; own members and list positions only. */
export function valueAt(document: Json, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of segments) value = read(value, segment);
  return value;
}

function removeBelow(
  holder: MutableObject | Json[],
  segments: readonly string[],
  index: number,
  own: (holder: MutableObject | Json[], key: string) => MutableObject | Json[] | undefined,
): void {
  const key = segments[index] ?? '';
  if (read(holder, key) === undefined || Array.isArray(holder)) {
    // A row of a list keeps its place, whatever leaves it.
    const row = Array.isArray(holder) ? own(holder, key) : undefined;
    if (row !== undefined && index < segments.length - 1) removeBelow(row, segments, index + 1, own);
    return;
  }
  if (index === segments.length - 1) {
    delete holder[key];
    return;
  }
  const inner = own(holder, key);
  if (inner === undefined) return;
  removeBelow(inner, segments, index + 1, own);
  if (!Array.isArray(inner) && Object.keys(inner).length === 0) delete holder[key];
}

function read(value: Json | MutableObject | Json[] | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function assign(holder: MutableObject | Json[], key: string, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
}
