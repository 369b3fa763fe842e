import type { Workflow } from '../author/definition/workflow.ts';

/** Who acts when a moment comes: clocks that stop and start, effects that fire by themselves, gates that open. */
export interface MomentUse {
  readonly stops: readonly string[];
  readonly starts: readonly string[];
  readonly effects: readonly string[];
  readonly gates: readonly string[];
}

/** Moments by name, only those somebody acts on. */
export function compileMoments(workflow: Workflow): ReadonlyMap<string, MomentUse> {
  const uses = new Map<string, { stops: string[]; starts: string[]; effects: string[]; gates: string[] }>();
  const use = (moment: string) => {
    const known = uses.get(moment) ?? { stops: [], starts: [], effects: [], gates: [] };
    uses.set(moment, known);
    return known;
  };
  for (const [clock, { starts, stops }] of Object.entries(workflow.clocks ?? {})) {
    for (const moment of starts) use(moment).starts.push(clock);
    for (const moment of stops) use(moment).stops.push(clock);
  }
  for (const [name, effect] of Object.entries(workflow.flow.effects ?? {})) {
    for (const moment of effect.on ?? []) use(moment).effects.push(name);
  }
  for (const [id, step] of Object.entries(workflow.flow.steps)) {
    if (step.kind === 'gate') for (const moment of step.opensAt ?? []) use(moment).gates.push(id);
  }
  return uses;
}
