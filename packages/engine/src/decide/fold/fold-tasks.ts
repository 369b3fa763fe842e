import type { Sender } from '../../author/definition/sender.ts';
import type { CloseTaskEffect } from '../../effects/effect.ts';
import type { Assigned } from '../actor.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Task } from '../task.ts';
import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { withEntry, withoutEntries } from './map-entries.ts';

/** A task to open; its id is that of the effect that asks for it. */
export function openTask(turn: Turn, opening: Omit<Task, 'id' | 'openedAt'>): Task {
  const { holder } = turn;
  const held: Omit<Task, 'id' | 'openedAt'> =
    holder === undefined || opening.kind === 'ask' ? opening : heldBy(opening, holder);
  let opened: Task = { id: '', ...held, openedAt: turn.at };
  askEffect(turn, (id) => {
    opened = { ...opened, id };
    return { id, kind: 'openTask', stepId: opening.stepId, task: opened };
  });
  turn.tasks = withEntry(turn.tasks, opened.id, opened);
  turn.entries.push({ kind: 'task-opened', task: opened.id, step: opened.stepId });
  return opened;
}

/** The task as it stands now, told to the host under its own id. */
export function changeTask(turn: Turn, task: Task): void {
  turn.tasks = withEntry(turn.tasks, task.id, task);
  askEffect(turn, (id) => ({ id, kind: 'openTask', stepId: task.stepId, task }));
}

export function closeTasks(turn: Turn, isClosed: (task: Task) => boolean, why: CloseTaskEffect['why']): void {
  const closing = Object.values(turn.tasks).filter(isClosed);
  if (closing.length === 0) return;
  for (const { id: task, stepId } of closing) {
    askEffect(turn, (id) => ({ id, kind: 'closeTask', stepId, task, why }));
    turn.entries.push({ kind: 'task-closed', task, step: stepId, why });
  }
  turn.tasks = withoutEntries(turn.tasks, (_, task) => isClosed(task));
}

/** Who may see and take a task, by roles and by name. */
export function candidatesOf(by: Sender, state: Pick<Snapshot, 'assignees' | 'work'>): Task['candidates'] {
  const assigned = by.assignee === undefined ? undefined : state.assignees[by.assignee];
  const same = by.sameAs === undefined ? undefined : state.work[by.sameAs]?.actedBy;
  const persons = [assigned?.id, same].filter((id) => id !== undefined);
  return { roles: by.roles ?? [], persons };
}

/** Somebody else is assigned in a role: open tasks of the assignee move along. */
export function moveTasks(turn: Turn, before: Assigned | undefined, after: Assigned | undefined): void {
  if (before === undefined || before.id === after?.id) return;
  for (const task of Object.values(turn.tasks)) {
    if (!task.candidates.persons.includes(before.id)) continue;
    const others = task.candidates.persons.filter((person) => person !== before.id);
    const persons = after === undefined ? others : [...others, after.id];
    const { claimedBy, ...unclaimed } = task;
    const kept = claimedBy === undefined || claimedBy === before.id ? unclaimed : task;
    changeTask(turn, { ...kept, candidates: { roles: task.candidates.roles, persons } });
    turn.entries.push({
      kind: 'task-transferred',
      task: task.id,
      step: task.stepId,
      ...(after === undefined ? {} : { to: after.id }),
    });
  }
}

function heldBy(opening: Omit<Task, 'id' | 'openedAt'>, holder: Assigned): Omit<Task, 'id' | 'openedAt'> {
  const { roles, persons } = opening.candidates;
  return {
    ...opening,
    candidates: { roles, persons: [...persons.filter((person) => person !== holder.id), holder.id] },
    claimedBy: holder.id,
  };
}
