import { outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import { assignRole, withdrawOffers } from '../fold/fold-route.ts';
import { closeTasks } from '../fold/fold-tasks.ts';
import { isPerson } from '../permission.ts';
import { notAvailable, notPermitted, permitted } from '../refuse.ts';
import { isActive, type Turn } from '../turn.ts';
import { markActed } from './hear-submit.ts';
import { mayOverride } from './hear-task.ts';

type Override = Extract<WorkOrderEvent, { kind: 'override' }>;

/**
 * A person picks: whoever the step names as chooser, holds its task, or may override anywhere. Anybody can be picked;
 * the reason and the broken rules are kept. At a step that was left before, the role changes hands and nothing else.
 */
export function hearOverride(turn: Turn, event: Override): readonly Issue[] {
  const step = turn.workings.steps.get(event.step);
  if (step?.definition.kind !== 'assign' || turn.work[event.step] === undefined)
    return notAvailable(event.kind);
  const chooser = step.definition.chooser?.roles ?? [];
  const choosing = Object.values(turn.tasks).find(
    ({ kind, stepId }) => kind === 'choose' && stepId === event.step,
  );
  const { actor } = event;
  const mayChoose =
    choosing !== undefined &&
    (choosing.claimedBy === undefined
      ? chooser.some((role) => actor.roles.includes(role)) ||
        choosing.candidates.persons.some((person) => isPerson(actor, person))
      : isPerson(actor, choosing.claimedBy));
  if (!mayChoose && !mayOverride(turn, event)) return notPermitted(event.kind, actor, chooser);
  if (event.reason.trim() === '') return [issue('event/reason-required', '/reason', { event: event.kind })];
  enterOverride(turn, event);
  const active = isActive(turn, event.step);
  if (active) withdrawOffers(turn, event.step, 'overridden');
  assignRole(turn, step.definition.role, event.assignee, mayChoose ? 'chosen' : 'override', event.decision);
  markActed(turn, event.step);
  if (!active) return permitted;
  closeTasks(turn, (task) => task.id === choosing?.id, 'done');
  turn.signals.push(outcomeSignal(event.step, 'accepted'));
  return permitted;
}

function enterOverride(turn: Turn, { step, assignee, reason, broken, note, secondApprover }: Override): void {
  turn.entries.push({
    kind: 'overridden',
    step,
    assignee: assignee.id,
    reason,
    broken,
    ...(note === undefined ? {} : { note }),
    ...(secondApprover === undefined ? {} : { secondApprover }),
  });
}
