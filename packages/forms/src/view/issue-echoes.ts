import type { Issue } from '@paidan/engine/issue';

/** Issues without lookups that did not run where the field they wait for has an error of its own. */
export function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const wrong = new Set(
    issues
      .filter(({ code, severity }) => severity === 'error' && code !== 'form/check-not-run')
      .map(({ pointer }) => pointer),
  );
  return issues.filter(({ code, pointer }) => code !== 'form/check-not-run' || !wrong.has(pointer));
}
