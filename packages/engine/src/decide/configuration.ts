/**
 * Where a work order stands: a step id, or a parallel step with the active step of each branch. Plain JSON of ours,
 * never XState's persisted form, whose shape changes between releases.
 */
export type Configuration =
  | string
  | { readonly [parallelStep: string]: { readonly [branch: string]: string } };

/** Every active step id, parallel steps before the steps of their branches. */
export function activeSteps(configuration: Configuration): readonly string[] {
  if (typeof configuration === 'string') return [configuration];
  return Object.entries(configuration).flatMap(([step, branches]) => [step, ...Object.values(branches)]);
}
