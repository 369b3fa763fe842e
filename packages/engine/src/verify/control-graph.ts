import type { ParallelStep } from '../author/definition/steps/parallel.ts';
import type { CompiledStep } from '../compile/compile-step.ts';
import type { CompiledTransition } from '../compile/compile-transition.ts';
import type { Workings } from '../compile/compiled-workflow.ts';
import { outcomeSignal } from '../compile/signal.ts';
import { activeSteps, type Configuration } from '../decide/configuration.ts';

/** One way from a position to the next; conditions are left open, so every real move is among these. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  /** Absent where branches begin or join by themselves. */
  readonly transition: CompiledTransition;
  readonly signal: string;
}

export interface Position {
  readonly key: string;
  readonly configuration: Configuration;
  readonly active: readonly string[];
  readonly moves: readonly Move[];
  /** The move that first led here, for witnesses. */
  readonly by?: Move;
}

/** Every position a work order could stand at, were conditions free; or `undefined` beyond the limit. */
export interface ControlGraph {
  readonly positions: ReadonlyMap<string, Position>;
  readonly isWhole: boolean;
}

const mostPositions = 20_000;

export function controlGraph(workings: Workings): ControlGraph {
  const start = enter(workings, workings.handle.workflow.flow.start);
  const positions = new Map<string, Position>();
  const queue: { readonly configuration: Configuration; readonly by?: Move }[] = [{ configuration: start }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = keyOf(next.configuration);
    if (positions.has(key)) continue;
    if (positions.size >= mostPositions) return { positions, isWhole: false };
    const moves = movesFrom(workings, next.configuration);
    const { by } = next;
    const found = moves.map(({ move }) => move);
    positions.set(key, {
      key,
      configuration: next.configuration,
      active: activeSteps(next.configuration),
      moves: found,
      ...(by === undefined ? {} : { by }),
    });
    queue.push(...moves.map(({ move, configuration }) => ({ configuration, by: move })));
  }
  return { positions, isWhole: true };
}

interface Reached {
  readonly move: Move;
  readonly configuration: Configuration;
}

function movesFrom(workings: Workings, configuration: Configuration): readonly Reached[] {
  return activeSteps(configuration).flatMap((id) => {
    const step = workings.steps.get(id);
    if (step === undefined || (step.definition.kind === 'end' && step.branch === undefined)) return [];
    return step.transitions
      .filter((transition) => mayHear(workings, configuration, step, transition))
      .flatMap((transition) => reached(workings, configuration, step, transition));
  });
}

function reached(
  workings: Workings,
  configuration: Configuration,
  step: CompiledStep,
  transition: CompiledTransition,
): readonly Reached[] {
  const to =
    transition.to === undefined ? configuration : moved(workings, configuration, step, transition.to);
  // What is heard only after the end, or nowhere, still leaves the work order where it stands.
  const signals = transition.hears.length === 0 ? [''] : transition.hears;
  return signals.map((signal) => ({
    configuration: to,
    move: { from: keyOf(configuration), to: keyOf(to), step: step.id, transition, signal },
  }));
}

/** `joined` is heard only where enough branches have ended; everything else may come at any time. */
function mayHear(
  { steps }: Workings,
  configuration: Configuration,
  { id, definition }: CompiledStep,
  { hears }: CompiledTransition,
): boolean {
  if (definition.kind !== 'parallel' || typeof configuration === 'string') return true;
  if (!hears.every((signal) => signal === outcomeSignal(id, 'joined'))) return true;
  const ended = Object.values(configuration[id] ?? {}).map(
    (step) => steps.get(step)?.definition.kind === 'end',
  );
  return definition.joins === 'first' ? ended.some(Boolean) : ended.every(Boolean);
}

function moved(
  workings: Workings,
  configuration: Configuration,
  step: CompiledStep,
  to: string,
): Configuration {
  if (step.branch === undefined || typeof configuration === 'string') return enter(workings, to);
  const target = workings.steps.get(to);
  if (target?.branch !== step.branch || target.top !== step.top) return enter(workings, to);
  return { ...configuration, [step.top]: { ...configuration[step.top], [step.branch]: to } };
}

function enter({ steps }: Workings, id: string): Configuration {
  const definition = steps.get(id)?.definition;
  return definition?.kind === 'parallel' ? { [id]: starts(definition) } : id;
}

function starts({ branches }: ParallelStep): { readonly [branch: string]: string } {
  return Object.fromEntries(Object.entries(branches).map(([branch, { start }]) => [branch, start]));
}

export function keyOf(configuration: Configuration): string {
  return activeSteps(configuration).join(' + ');
}

/** The steps and transitions that lead to a position, the first ones found: a shortest way. */
export function witnessOf({ positions }: ControlGraph, key: string): readonly string[] {
  const way: string[] = [];
  for (let by = positions.get(key)?.by; by !== undefined; by = positions.get(by.from)?.by) {
    way.unshift(`${by.step}.${by.transition.id}`);
  }
  return way;
}
