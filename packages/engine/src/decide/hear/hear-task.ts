import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import { changeTask } from '../fold/fold-tasks.ts';
import { withEntry } from '../fold/map-entries.ts';
import { holderReason, isPerson, senderReasons } from '../permission.ts';
import { notAvailable, notPermitted, permitted, refuseUnless } from '../refuse.ts';
import type { Task } from '../task.ts';
import { isActive, type Turn } from '../turn.ts';

type Save = Extract<WorkOrderEvent, { kind: 'save' }>;
type Claim = Extract<WorkOrderEvent, { kind: 'claim' | 'release' }>;
type Transfer = Extract<WorkOrderEvent, { kind: 'transfer' }>;

/** Draft answers, unjudged, kept until the step is left. */
export function hearSave(turn: Turn, event: Save): readonly Issue[] {
  const step = turn.workings.steps.get(event.step);
  if (step?.definition.kind !== 'form' || !isActive(turn, event.step)) return notAvailable(event.kind);
  const reasons = senderReasons(step.definition.by, event.actor, turn, `${step.pointer}/by`);
  const refused = refuseUnless(reasons, event.kind, event.actor);
  if (refused.length > 0) return refused;
  const work = turn.work[event.step];
  if (work !== undefined) turn.work = withEntry(turn.work, event.step, { ...work, draft: event.values });
  turn.entries.push({ kind: 'draft-saved', step: event.step });
  turn.signals.push(outcomeSignal(event.step, 'saved'));
  return permitted;
}

export function hearClaim(turn: Turn, event: Claim): readonly Issue[] {
  const task = turn.tasks[event.task];
  if (task === undefined) return notAvailable(event.kind);
  if (event.kind === 'release') return release(turn, event, task);
  const refused = refuseUnless([holderReason(task, event.actor)], event.kind, event.actor);
  if (refused.length > 0) return refused;
  if (!isCandidate(task, event)) return notPermitted(event.kind, event.actor, task.candidates.roles);
  changeTask(turn, { ...task, claimedBy: event.actor.id });
  turn.entries.push({ kind: 'task-claimed', task: task.id, step: task.stepId });
  return permitted;
}

function release(turn: Turn, event: Claim, task: Task): readonly Issue[] {
  const { claimedBy, ...unclaimed } = task;
  if (claimedBy === undefined) return notAvailable(event.kind);
  if (!isPerson(event.actor, claimedBy) && !mayOverride(turn, event)) {
    return [issue('event/held-by-another', '', { holder: claimedBy, event: event.kind })];
  }
  changeTask(turn, unclaimed);
  turn.entries.push({ kind: 'task-released', task: task.id, step: task.stepId });
  return permitted;
}

/** 转交: by its holder, a candidate of a task nobody holds, or somebody who may override. */
export function hearTransfer(turn: Turn, event: Transfer): readonly Issue[] {
  const task = turn.tasks[event.task];
  if (task === undefined) return notAvailable(event.kind);
  const mine =
    task.claimedBy === undefined ? isCandidate(task, event) : isPerson(event.actor, task.claimedBy);
  if (!mine && !mayOverride(turn, event)) return notPermitted(event.kind, event.actor, task.candidates.roles);
  const { roles, persons } = task.candidates;
  const { id } = event.to;
  changeTask(turn, {
    ...task,
    candidates: { roles, persons: persons.includes(id) ? persons : [...persons, id] },
    claimedBy: id,
  });
  turn.entries.push({ kind: 'task-transferred', task: task.id, step: task.stepId, to: id });
  return permitted;
}

function isCandidate({ candidates }: Task, { actor }: Pick<WorkOrderEvent, 'actor'>): boolean {
  return (
    candidates.roles.some((role) => actor.roles.includes(role)) ||
    candidates.persons.some((person) => isPerson(actor, person))
  );
}

export function mayOverride(turn: Turn, { actor }: Pick<WorkOrderEvent, 'actor'>): boolean {
  return actor.roles.some((role) => turn.workings.roles[role]?.may?.includes('override') === true);
}
