import type { Snapshot, Task } from '@paidan/engine';
import type { Person, Version } from '../host/host.ts';
import { titlesOf } from '../journal/timeline/titles.ts';
import type { AnswerOf } from './call.ts';

type TaskView = AnswerOf<'task'>;

/** A task as its candidates see it. */
export function taskView(
  task: Task,
  snapshot: Snapshot,
  seen: { version: Version; person: Person },
): TaskView {
  const { form, proof, seat, claimedBy } = task;
  return {
    id: task.id,
    kind: task.kind,
    workOrderId: snapshot.workOrderId,
    number: snapshot.number,
    workflow: snapshot.workflow.id,
    stepId: task.stepId,
    stepTitle: titlesOf(seen.version.compiled.workflow).effect(task.stepId),
    stage: task.stage,
    ...(form === undefined ? {} : { form }),
    ...(proof === undefined ? {} : { proof }),
    ...(seat === undefined ? {} : { seat }),
    ...(claimedBy === undefined ? {} : { claimedBy: { id: claimedBy, name: nameIn(snapshot, claimedBy) } }),
    openedAt: task.openedAt,
    ...dueOf(snapshot),
    mine: isMine(task, seen.person),
  };
}

export function isMine({ candidates, claimedBy }: Task, { id, roles }: Person): boolean {
  if (claimedBy !== undefined) return claimedBy === id;
  return candidates.persons.includes(id) || candidates.roles.some((role) => roles.includes(role));
}

// The clock that runs out first is what hurries whoever has the task.
function dueOf({ clocks }: Snapshot): { dueAt?: string } {
  const due = Object.values(clocks).flatMap(({ state, dueAt }) =>
    dueAt !== undefined && ['running', 'warned', 'breached'].includes(state) ? [dueAt] : [],
  );
  const [first] = due.sort();
  return first === undefined ? {} : { dueAt: first };
}

function nameIn({ assignees }: Snapshot, id: string): string {
  return Object.values(assignees).find((one) => one.id === id)?.name ?? id;
}
