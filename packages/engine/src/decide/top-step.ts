import type { Configuration } from './configuration.ts';

/** The active step at the top: the step itself, or the parallel step around the branches. */
export function topStep(configuration: Configuration): string {
  if (typeof configuration === 'string') return configuration;
  return Object.keys(configuration)[0] ?? '';
}
