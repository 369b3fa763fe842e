import type { Workings } from '../compile/compiled-workflow.ts';
import { outcomesOf } from '../compile/outcomes.ts';
import { outcomeSignal } from '../compile/signal.ts';
import type { ControlGraph, Move, Position } from './control-graph.ts';

/** Positions by what is known of their way to an end. */
export interface EndProof {
  /** An end is reached whatever conditions say, by moves that a person, a timer or an answer makes. */
  readonly proven: ReadonlySet<string>;
  /** There is a way, but it hangs on a condition: on data this proof does not look at. */
  readonly conditional: readonly Position[];
  /** There is no way at all. */
  readonly stuck: readonly Position[];
}

/**
 * Two least fixed points over positions: `proven` takes a choice of a person or timer as free and everything decided by
 * data or by another system as the opponent's; `possible` takes everything as free. What is in neither is stuck.
 */
export function proveEnds(workings: Workings, graph: ControlGraph): EndProof {
  const all = [...graph.positions.values()];
  const ends = all.filter(({ active }) => isOver(workings, active)).map(({ key }) => key);
  const possible = closure(all, ends, ({ moves }, good) => moves.some(({ to }) => good.has(to)));
  const proven = closure(all, ends, (position, good) => isSure(workings, position, good));
  return {
    proven,
    conditional: all.filter(({ key }) => possible.has(key) && !proven.has(key)),
    stuck: all.filter(({ key }) => !possible.has(key)),
  };
}

type Holds = (position: Position, good: ReadonlySet<string>) => boolean;

function closure(all: readonly Position[], ends: readonly string[], holds: Holds): ReadonlySet<string> {
  const good = new Set(ends);
  for (let before = -1; before < good.size; ) {
    before = good.size;
    for (const position of all) if (!good.has(position.key) && holds(position, good)) good.add(position.key);
  }
  return good;
}

function isOver({ steps }: Workings, active: readonly string[]): boolean {
  return active.some((id) => {
    const step = steps.get(id);
    return step?.definition.kind === 'end' && step.branch === undefined;
  });
}

/** Some active step leaves for certain: by any signal of its own choosing, or whatever another system answers. */
function isSure(workings: Workings, { moves, active }: Position, good: ReadonlySet<string>): boolean {
  return active.some((id) => {
    const kind = workings.steps.get(id)?.definition.kind;
    if (kind === undefined) return false;
    const own = moves.filter(({ step }) => step === id);
    const leads = (signal: string) =>
      staysGood(
        own.filter((move) => move.signal === signal),
        good,
      );
    if (kind === 'decide') return leads('');
    if (kind === 'call' || kind === 'child') {
      return outcomesOf[kind].every((outcome) => leads(outcomeSignal(id, outcome)));
    }
    // Whether a form is skipped or a wait is over hangs on data; when an answer comes late, on another system.
    const notChosen = [outcomeSignal(id, 'skipped'), outcomeSignal(id, 'condition')];
    const signals = new Set(own.map(({ signal }) => signal));
    return [...signals].some(
      (signal) => !notChosen.includes(signal) && !signal.startsWith('late.') && leads(signal),
    );
  });
}

/** Whichever of the moves on one signal is taken, and one is: the first without a condition ends the list. */
function staysGood(moves: readonly Move[], good: ReadonlySet<string>): boolean {
  const sure = moves.findIndex(({ transition }) => transition.when === undefined);
  return sure >= 0 && moves.slice(0, sure + 1).every(({ to }) => good.has(to));
}
