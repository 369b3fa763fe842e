import type { CompiledStep } from './compile-step.ts';

/** Where the machine stands: a step, or a parallel step with one step per branch. */
export type Position = string | { readonly [parallelStep: string]: { readonly [branch: string]: string } };

/**
 * Whether a stored position is one of this workflow's: every id known, a parallel step with every branch and each
 * branch at one of its own steps. Asked before XState restores it, which would silently fill a missing branch with
 * that branch's first step.
 */
export function isLegalPosition(position: Position, steps: ReadonlyMap<string, CompiledStep>): boolean {
  if (typeof position === 'string') {
    const step = steps.get(position);
    return step !== undefined && step.branch === undefined && step.definition.kind !== 'parallel';
  }
  const [entry, ...others] = Object.entries(position);
  if (entry === undefined || others.length > 0) return false;
  const [id, branches] = entry;
  const definition = steps.get(id)?.definition;
  if (definition?.kind !== 'parallel') return false;
  const names = Object.keys(definition.branches);
  return (
    Object.keys(branches).length === names.length &&
    names.every((branch) => {
      const inner = steps.get(branches[branch] ?? '');
      return inner?.top === id && inner.branch === branch;
    })
  );
}
