/** A stream of chances that is a pure function of its seed: the same seed, the same world. */
export interface Draws {
  /** A number in [0, 1). */
  share(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  one<Value>(values: readonly Value[]): Value;
  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: { readonly [key in Key]: number }): Key;
  /** An independent stream, so that one list may grow without moving another. */
  fork(name: string): Draws;
}

export function drawsFrom(seed: number, name = ''): Draws {
  const next = smallFastCounter(seed, name);
  const share = () => next() / 4294967296;
  const whole = (low: number, high: number) => low + Math.floor(share() * (high - low + 1));
  return {
    share,
    whole,
    one: (values) => {
      const value = values[whole(0, values.length - 1)];
      if (value === undefined) throw new RangeError('nothing to draw from');
      return value;
    },
    weighted: (weights) => drawWeighted(weights, share()),
    fork: (part) => drawsFrom(seed, `${name}/${part}`),
  };
}

function drawWeighted<Key extends string>(weights: { readonly [key in Key]: number }, share: number): Key {
  const keys = Object.keys(weights) as Key[];
  let left = share * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  const last = keys.at(-1);
  if (last === undefined) throw new RangeError('nothing to draw from');
  return last;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded from a number and a name. */
function smallFastCounter(seed: number, name: string): () => number {
  let [a, b, c, counter] = [seed >>> 0, nameHash(name), 0x9e3779b9, 1];
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}

/** FNV-1a, 32 bits. */
function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
