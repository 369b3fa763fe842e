import type { CompiledStep } from '../../compile/compile-step.ts';
import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { takeAnswers } from '../check-answers.ts';
import type { WorkOrderEvent } from '../event.ts';
import { giveProof, wayOf } from '../fold/fold-gate.ts';
import { closeTasks } from '../fold/fold-tasks.ts';
import { withEntry } from '../fold/map-entries.ts';
import { isOpenWay } from '../fold/proof-standing.ts';
import { holderReason, roleReason, senderReasons } from '../permission.ts';
import { notAvailable, permitted, refuseUnless } from '../refuse.ts';
import type { Task } from '../task.ts';
import { factsNow, isActive, type Turn } from '../turn.ts';
import { followOutcome } from './follow-outcome.ts';

type Submit = Extract<WorkOrderEvent, { kind: 'submit' }>;

/** Answers to a form step, to a proof of a gate, or to a side task. */
export function hearSubmit(turn: Turn, event: Submit): readonly Issue[] {
  const step = turn.workings.steps.get(event.step);
  turn.facts.event = event.values;
  if (step === undefined) return hearAside(turn, event);
  if (turn.status === 'ended') return [issue('event/after-end', '', { event: event.kind })];
  if (step.gate !== undefined) return hearProof(turn, step, event);
  if (step.definition.kind !== 'form' || !isActive(turn, step.id)) return notAvailable(event.kind);
  const task = taskAt(turn, step.id);
  const { by, form } = step.definition;
  const reasons = [
    ...senderReasons(by, event.actor, turn, `${step.pointer}/by`),
    ...(task === undefined ? [] : [holderReason(task, event.actor)]),
  ];
  const refused = refuseUnless(reasons, event.kind, event.actor);
  if (refused.length > 0) return refused;
  const issues = takeAnswers(turn, { step: step.id, stage: step.stage, form }, event);
  if (issues.length > 0) return issues;
  markActed(turn, step.id);
  turn.answered = step.id;
  turn.signals.push(outcomeSignal(step.id, 'submitted'));
  return permitted;
}

function taskAt(turn: Turn, step: string): Task | undefined {
  return Object.values(turn.tasks).find(({ stepId, kind }) => stepId === step && kind === 'form');
}

function hearProof(turn: Turn, step: CompiledStep, event: Submit): readonly Issue[] {
  const { proof = '', alternative } = event;
  const way = wayOf(step, proof, alternative);
  if (way === undefined) return [issue('gate/unknown-proof', '/proof', { step: step.id, proof })];
  const task = Object.values(turn.tasks).find((open) => open.stepId === step.id && open.proof === proof);
  if (task === undefined) return notAvailable(event.kind);
  const reached = { at: isActive(turn, step.id) ? turn.work[step.id]?.enteredAt : undefined };
  if (!isOpenWay(way, turn.workings, factsNow(turn), reached)) {
    return [issue('gate/not-yet', '/alternative', { proof, alternative: alternative ?? proof })];
  }
  const reasons = [
    ...senderReasons(way.by, event.actor, turn, `${way.pointer}/by`),
    holderReason(task, event.actor),
  ];
  const refused = refuseUnless(reasons, event.kind, event.actor);
  if (refused.length > 0) return refused;
  const issues = takeAnswers(turn, { step: step.id, stage: step.stage, form: way.form }, event);
  if (issues.length > 0) return issues;
  markActed(turn, step.id);
  // The answers are kept either way; a proof is given only where they hold what it demands.
  if (way.holds.holds(factsNow(turn))) giveProof(turn, step.id, way);
  return permitted;
}

/** A side task is answered at any time, after the end too; the flow is not moved. */
function hearAside(turn: Turn, event: Submit): readonly Issue[] {
  const effect = turn.workings.effects.get(event.step);
  const task = Object.values(turn.tasks).find(({ kind, stepId }) => kind === 'ask' && stepId === event.step);
  if (task === undefined || effect?.definition.kind !== 'ask') return notAvailable(event.kind);
  const { to, form, stage } = effect.definition;
  const reasons = [
    roleReason([to.role], event.actor, `${effect.pointer}/to`),
    holderReason(task, event.actor),
  ];
  const refused = refuseUnless(reasons, event.kind, event.actor);
  if (refused.length > 0) return refused;
  const issues = takeAnswers(turn, { step: event.step, stage, form }, event);
  if (issues.length > 0) return issues;
  closeTasks(turn, ({ id }) => id === task.id, 'done');
  turn.effects = withEntry(turn.effects, event.step, { id: task.id, state: 'succeeded', since: turn.at });
  followOutcome(turn, effect, 'answered', { effect: task.id });
  return permitted;
}

/** Who last acted at a step, for `sameAs` and `notSameAs`. */
export function markActed(turn: Turn, step: string): void {
  const work = turn.work[step];
  if (work !== undefined) turn.work = withEntry(turn.work, step, { ...work, actedBy: turn.actor.id });
}
