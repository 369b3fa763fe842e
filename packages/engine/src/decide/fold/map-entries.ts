/** The map with one entry put in or replaced. */
export function withEntry<Value>(
  map: { readonly [key: string]: Value },
  key: string,
  value: Value,
): { readonly [key: string]: Value } {
  return { ...map, [key]: value };
}

/** The map without the entries a predicate names; the same map when it names none. */
export function withoutEntries<Value>(
  map: { readonly [key: string]: Value },
  isGone: (key: string, value: Value) => boolean,
): { readonly [key: string]: Value } {
  const kept = Object.entries(map).filter(([key, value]) => !isGone(key, value));
  return kept.length === Object.keys(map).length ? map : Object.fromEntries(kept);
}
