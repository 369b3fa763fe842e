import type { CompiledProofWay } from '../../compile/compile-gate.ts';
import type { CompiledStep } from '../../compile/compile-step.ts';
import { outcomeSignal } from '../../compile/signal.ts';
import { addDuration } from '../../time/add-duration.ts';
import type { GivenProof, StepWork } from '../step-work.ts';
import type { Task } from '../task.ts';
import { factsNow, isActive, type Turn } from '../turn.ts';
import { askCondition } from './ask-condition.ts';
import { candidatesOf, changeTask, closeTasks, openTask } from './fold-tasks.ts';
import { armTimer } from './fold-timers.ts';
import { withEntry, withoutEntries } from './map-entries.ts';
import { digestOf, isOpenWay, listsAgree } from './proof-standing.ts';

/** A moment of `opensAt` has come: what was proven before is void, the tasks open before the step is reached. */
export function openGateEarly(turn: Turn, gate: string): void {
  closeTasks(turn, ({ stepId, kind }) => stepId === gate && kind === 'proof', 'superseded');
  const { visit = 0 } = turn.work[gate] ?? {};
  turn.work = withEntry(turn.work, gate, { visit, enteredAt: turn.at, proofs: {} });
}

/** Timers of the ways out that open only so long after the gate was reached. */
export function armProofTimers(turn: Turn, step: CompiledStep): void {
  for (const ways of step.gate?.proofs.values() ?? []) {
    for (const { proof, alternative, after } of ways) {
      if (after === undefined) continue;
      const timer = `${step.id}/${proof}/${alternative ?? proof}`;
      armTimer(turn, timer, addDuration(turn.at, after, turn.workings.calendar(undefined)));
    }
  }
}

/** Every open gate judged against the record as it stands; an active one that misses nothing is complete. */
export function foldGates(turn: Turn): void {
  for (const step of turn.workings.gates) {
    const work = turn.work[step.id];
    if (work === undefined || work.leftAt !== undefined || turn.status === 'ended') continue;
    const open = [...(step.gate?.proofs.values() ?? [])].filter((ways) => !foldProof(turn, step, ways));
    if (open.length === 0 && isActive(turn, step.id)) complete(turn, step);
  }
}

/** The engine alone says so: nothing else can spell this signal. */
function complete(turn: Turn, step: CompiledStep): void {
  const signal = outcomeSignal(step.id, 'complete');
  if (turn.signals.includes(signal)) return;
  for (const [proof, given] of Object.entries(turn.work[step.id]?.proofs ?? {})) {
    const way = wayOf(step, proof, given.alternative);
    if (way !== undefined) askCondition(turn, way.holds);
  }
  turn.signals.push(signal);
}

/** Whether a proof stands; voids one that no longer does, and keeps a task open for as long as it is missing. */
function foldProof(turn: Turn, step: CompiledStep, ways: readonly CompiledProofWay[]): boolean {
  const [main] = ways;
  if (main === undefined) return true;
  const { id } = step;
  const facts = factsNow(turn);
  const isProof = (task: Task) => task.stepId === id && task.proof === main.proof;
  if (main.when !== undefined && !main.when.holds(facts)) {
    closeTasks(turn, isProof, 'superseded');
    return true;
  }
  const given = turn.work[id]?.proofs?.[main.proof];
  if (given !== undefined) {
    const way = wayOf(step, main.proof, given.alternative);
    if (way === undefined || !way.holds.holds(facts) || digestOf(way, turn.record) !== given.digest) {
      voidProof(turn, id, main.proof, given);
    } else if (listsAgree(way, turn.record)) {
      closeTasks(turn, isProof, 'done');
      return true;
    }
  }
  keepTask(turn, step, ways, Object.values(turn.tasks).find(isProof));
  return false;
}

function keepTask(
  turn: Turn,
  step: CompiledStep,
  ways: readonly CompiledProofWay[],
  task: Task | undefined,
): void {
  const reached = { at: isActive(turn, step.id) ? turn.work[step.id]?.enteredAt : undefined };
  const open = ways.filter((way) => isOpenWay(way, turn.workings, factsNow(turn), reached));
  const each = open.map(({ by }) => candidatesOf(by, turn));
  const candidates = {
    roles: [...new Set(each.flatMap(({ roles }) => roles))],
    persons: [...new Set(each.flatMap(({ persons }) => persons))],
  };
  const [main] = ways;
  if (main === undefined) return;
  if (task === undefined) {
    const { proof, form } = main;
    openTask(turn, { kind: 'proof', stepId: step.id, proof, form, stage: step.stage, candidates });
  } else if (!sameCandidates(task.candidates, candidates)) {
    changeTask(turn, { ...task, candidates });
  }
}

function sameCandidates(left: Task['candidates'], right: Task['candidates']): boolean {
  return left.roles.join() === right.roles.join() && left.persons.join('\n') === right.persons.join('\n');
}

export function wayOf(
  step: CompiledStep,
  proof: string,
  alternative: string | undefined,
): CompiledProofWay | undefined {
  return step.gate?.proofs.get(proof)?.find((way) => way.alternative === alternative);
}

export function giveProof(turn: Turn, step: string, way: CompiledProofWay): void {
  const { proof, alternative } = way;
  const named = alternative === undefined ? {} : { alternative };
  const digest = digestOf(way, turn.record);
  changeProofs(turn, step, (proofs) =>
    withEntry(proofs, proof, { ...named, by: turn.actor.id, at: turn.at, digest }),
  );
  turn.entries.push({ kind: 'proof-given', step, proof, ...named, digest });
}

function voidProof(turn: Turn, step: string, proof: string, { alternative, digest }: GivenProof): void {
  changeProofs(turn, step, (proofs) => withoutEntries(proofs, (name) => name === proof));
  const named = alternative === undefined ? {} : { alternative };
  turn.entries.push({ kind: 'proof-voided', step, proof, ...named, digest });
}

type Proofs = NonNullable<StepWork['proofs']>;

function changeProofs(turn: Turn, step: string, change: (proofs: Proofs) => Proofs): void {
  const work = turn.work[step];
  if (work !== undefined) {
    turn.work = withEntry(turn.work, step, { ...work, proofs: change(work.proofs ?? {}) });
  }
}
