import { type CompiledWorkflow, workingsOf } from '../compile/compiled-workflow.ts';
import type { Frame } from './frame.ts';

/** How often each step was entered and each transition taken, by pointer into the document; 0 is what nobody tried. */
export interface Coverage {
  readonly steps: { readonly [pointer: string]: number };
  readonly transitions: { readonly [pointer: string]: number };
}

/** What these frames passed of one workflow. */
export function coverageOf(compiled: CompiledWorkflow, frames: readonly Frame[]): Coverage {
  const steps: { [pointer: string]: number } = {};
  const transitions: { [pointer: string]: number } = {};
  for (const step of workingsOf(compiled).steps.values()) {
    steps[step.pointer] = 0;
    for (const { pointer } of step.transitions) transitions[pointer] = 0;
  }
  for (const { workflow, entries } of frames) {
    if (workflow !== compiled.id) continue;
    for (const entry of entries) {
      if (entry.kind === 'step-entered') steps[entry.pointer] = (steps[entry.pointer] ?? 0) + 1;
      if (entry.kind === 'transition-taken') {
        transitions[entry.pointer] = (transitions[entry.pointer] ?? 0) + 1;
      }
    }
  }
  return { steps, transitions };
}

/** What a set of scenarios passed together. */
export function mergeCoverage(all: readonly Coverage[]): Coverage {
  return {
    steps: sum(all.map(({ steps }) => steps)),
    transitions: sum(all.map(({ transitions }) => transitions)),
  };
}

type Counts = { readonly [pointer: string]: number };

function sum(all: readonly Counts[]): Counts {
  const total: { [pointer: string]: number } = {};
  for (const counts of all) {
    for (const [pointer, count] of Object.entries(counts)) total[pointer] = (total[pointer] ?? 0) + count;
  }
  return total;
}
