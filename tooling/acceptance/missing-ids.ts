/** Ids, in their order, that stand in no test title as `[S13]`. One title may carry several: `[S13][R5]` or `[S13, R5]`. */
export function missingIds(ids: readonly string[], testSources: readonly string[]): readonly string[] {
  const shown = new Set<string>();
  for (const source of testSources) {
    for (const [, inside] of source.matchAll(/\[((?:[A-Z]\d{2,3})(?:\s*,\s*[A-Z]\d{2,3})*)\]/g)) {
      for (const id of inside?.split(',') ?? []) shown.add(id.trim());
    }
  }
  return ids.filter((id) => !shown.has(id));
}
