import type { Json } from '../issue/json.ts';

/** Reads one dotted name from a scope; `undefined` when it is absent. */
export type NameReader = (scope: unknown) => Json | undefined;

/**
 * A reader of a dotted name: own names of plain objects and canonical list positions, nothing inherited. The path is
 * split once; reading allocates nothing.
 */
export function nameReader(name: string): NameReader {
  const keys = name === '' ? [] : name.split('.').map(keyOf);
  const [first, second, third] = keys;
  if (first === undefined) return jsonOf;
  // The usual depths are written out: a loop over the keys costs as much as the reading itself.
  if (second === undefined) return (scope) => jsonOf(read(scope, first));
  if (third === undefined) return (scope) => jsonOf(read(read(scope, first), second));
  if (keys.length === 3) return (scope) => jsonOf(read(read(read(scope, first), second), third));
  return (scope) => jsonOf(keys.reduce(read, scope));
}

/** One step of a path. */
interface Key {
  readonly name: string;
  /** Whether a plain read is enough: no list has such a name and no object inherits it. */
  readonly isPlain: boolean;
  /** The list position it names, -1 for none. */
  readonly position: number;
}

function keyOf(name: string): Key {
  const position = /^(0|[1-9]\d*)$/.test(name) ? Number(name) : -1;
  return { name, isPlain: position < 0 && !(name in Array.prototype), position };
}

function read(value: unknown, key: Key): unknown {
  if (!isKeyed(value)) return undefined;
  return key.isPlain ? value[key.name] : readOwned(value, key);
}

function readOwned(value: { readonly [name: string]: unknown }, key: Key): unknown {
  if (Array.isArray(value)) return key.position >= 0 ? value[key.position] : undefined;
  return Object.hasOwn(value, key.name) ? value[key.name] : undefined;
}

function isKeyed(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function jsonOf(value: unknown): Json | undefined {
  return isJson(value) ? value : undefined;
}

/** Facts are plain JSON by contract; what slipped in besides reads as absent. */
function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function';
}
