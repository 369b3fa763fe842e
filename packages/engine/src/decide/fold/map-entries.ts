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
  let gone = 0;
  const kept: { [key: string]: Value } = {};
  for (const [key, value] of Object.entries(map)) {
    if (isGone(key, value)) gone += 1;
    else kept[key] = value;
  }
  return gone === 0 ? map : kept;
}
