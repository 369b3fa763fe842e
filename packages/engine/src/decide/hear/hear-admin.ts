import { type Issue, issue } from '../../issue/issue.ts';
import { addDuration } from '../../time/add-duration.ts';
import { addMs, instantMs } from '../../time/instant.ts';
import type { WorkOrderEvent } from '../event.ts';
import { endWorkOrder } from '../fold/end-work-order.ts';
import { isSystem } from '../permission.ts';
import { notAvailable, notPermitted, permitted } from '../refuse.ts';
import type { ArmedTimer } from '../snapshot.ts';
import { topStep } from '../top-step.ts';
import type { Turn } from '../turn.ts';

type Suspend = Extract<WorkOrderEvent, { kind: 'suspend' | 'resume' }>;
type CancelByParent = Extract<WorkOrderEvent, { kind: 'cancelByParent' }>;

/** Held, or going on. What happens to each timer on going on stands in its `onResume`. */
export function hearSuspend(turn: Turn, event: Suspend): readonly Issue[] {
  const mayRepair = event.actor.roles.some(
    (role) => turn.workings.roles[role]?.may?.includes('repair') === true,
  );
  if (!isSystem(event.actor) && !mayRepair) return notPermitted(event.kind, event.actor);
  if (event.reason.trim() === '') return [issue('event/reason-required', '/reason', { event: event.kind })];
  const { reason } = event;
  if (event.kind === 'suspend') {
    if (turn.status !== 'open') return notAvailable(event.kind);
    turn.status = 'suspended';
    turn.suspendedAt = turn.at;
    turn.entries.push({ kind: 'suspended', reason });
    return permitted;
  }
  if (turn.status !== 'suspended') return notAvailable(event.kind);
  const heldMs = turn.suspendedAt === undefined ? 0 : instantMs(turn.at) - instantMs(turn.suspendedAt);
  turn.timers = Object.fromEntries(
    Object.entries(turn.timers).map(([id, timer]) => [id, resumed(turn, id, timer, heldMs)]),
  );
  turn.status = 'open';
  turn.suspendedAt = undefined;
  turn.entries.push({ kind: 'resumed', reason });
  return permitted;
}

function resumed(turn: Turn, id: string, timer: ArmedTimer, heldMs: number): ArmedTimer {
  if (timer.onResume === 'absolute') return timer;
  if (timer.onResume === 'remaining') return { ...timer, token: turn.seq, dueAt: addMs(timer.dueAt, heldMs) };
  const [step = '', name = ''] = id.split('/');
  const definition = turn.workings.steps.get(step)?.definition;
  const own = definition === undefined || definition.kind === 'end' ? undefined : definition.timers?.[name];
  if (own === undefined) return timer;
  const dueAt = addDuration(turn.at, own.after, turn.workings.calendar(own.calendar));
  return { ...timer, token: turn.seq, dueAt, armedAt: turn.at };
}

/** The work order that waited for this one no longer does. */
export function hearCancelByParent(turn: Turn, event: CancelByParent): readonly Issue[] {
  if (!isSystem(event.actor)) return notPermitted(event.kind, event.actor);
  if (turn.status === 'ended') return [issue('event/after-end', '', { event: event.kind })];
  endWorkOrder(turn, topStep(turn.configuration), 'cancelled');
  return permitted;
}
