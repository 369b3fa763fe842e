import type { CompiledStep } from '../compile/compile-step.ts';
import { type CompiledWorkflow, workingsOf } from '../compile/compiled-workflow.ts';
import type { Actor } from './actor.ts';
import { activeSteps } from './configuration.ts';
import { seatsOf } from './fold/fold-votes.ts';
import { isOpenWay } from './fold/proof-standing.ts';
import type { Offered, OfferedEvent } from './offered.ts';
import { offeredNamed } from './offered-named.ts';
import { type Because, holderReason, isPerson, roleReason, senderReasons } from './permission.ts';
import type { Snapshot } from './snapshot.ts';
import type { Task } from './task.ts';
import { factsNow, isActive, openTurn, type Turn } from './turn.ts';

/**
 * What this actor may do now, and what not with the reasons why: tasks in the order they were opened, offers, then the
 * workflow's own events in the order of the document. After the end what is still heard then. Answers are judged when
 * they come, so an available submission may still be refused for its values.
 */
export function availableEvents(
  compiled: CompiledWorkflow,
  snapshot: Snapshot,
  actor: Actor,
): readonly Offered[] {
  const turn = openTurn(workingsOf(compiled), snapshot, actor, snapshot.at);
  if (snapshot.status === 'suspended') return [offered({ kind: 'comment' }, [])];
  const open = snapshot.status === 'open';
  return [
    ...Object.values(snapshot.tasks).flatMap((task) => offeredTask(turn, task)),
    ...(open ? activeSteps(snapshot.configuration).flatMap((step) => offeredAtStep(turn, step)) : []),
    ...(open ? offeredInField(turn) : []),
    offered({ kind: 'comment' }, [roleReason(Object.keys(turn.workings.roles), actor, '/roles')]),
    ...offeredNamed(turn),
  ];
}

export function offered(event: OfferedEvent, because: readonly Because[]): Offered {
  return { event, available: because.every(({ holds }) => holds), because };
}

function offeredTask(turn: Turn, task: Task): readonly Offered[] {
  const step = turn.workings.steps.get(task.stepId);
  const holder = holderReason(task, turn.actor);
  if (step?.gate !== undefined) return offeredProof(turn, step, task, holder);
  if (task.kind === 'vote') return offeredVote(turn, step, task, holder);
  if (task.form === undefined) return [];
  const event: OfferedEvent = { kind: 'submit', step: task.stepId, form: task.form, task: task.id };
  if (step?.definition.kind === 'form') {
    const { by } = step.definition;
    return [offered(event, [...senderReasons(by, turn.actor, turn, `${step.pointer}/by`), holder])];
  }
  const roles = roleReason(task.candidates.roles, turn.actor, `/flow/effects/${task.stepId}/to`);
  return [offered(event, [roles, holder])];
}

function offeredProof(turn: Turn, step: CompiledStep, task: Task, holder: Because): readonly Offered[] {
  const reached = { at: isActive(turn, step.id) ? turn.work[step.id]?.enteredAt : undefined };
  return (step.gate?.proofs.get(task.proof ?? '') ?? []).map((way) => {
    const { proof, alternative, form, pointer } = way;
    const named = alternative === undefined ? { proof } : { proof, alternative };
    const holds = isOpenWay(way, turn.workings, factsNow(turn), reached);
    return offered({ kind: 'submit', step: step.id, form, task: task.id, ...named }, [
      ...senderReasons(way.by, turn.actor, turn, `${pointer}/by`),
      { kind: 'condition', pointer, holds, data: way.when?.valuesRead(factsNow(turn)) ?? {} },
      holder,
    ]);
  });
}

function offeredVote(
  turn: Turn,
  step: CompiledStep | undefined,
  task: Task,
  holder: Because,
): readonly Offered[] {
  const seat = task.seat ?? '';
  if (step?.definition.kind !== 'approve') return [];
  const role = seatsOf(step.definition).find(([id]) => id === seat)?.[1] ?? '';
  const seated = task.candidates.persons.some((person) => isPerson(turn.actor, person));
  const returnTo = step.definition.allows?.returnTo ?? [];
  const roles = seated ? [] : [roleReason([role], turn.actor, `${step.pointer}/seats/${seat}`)];
  return [offered({ kind: 'vote', step: step.id, seat, task: task.id, returnTo }, [...roles, holder])];
}

function offeredAtStep(turn: Turn, id: string): readonly Offered[] {
  const step = turn.workings.steps.get(id);
  if (step?.definition.kind !== 'assign') return [];
  const route = turn.work[id]?.route;
  const mine = Object.entries(route?.offers ?? {}).filter(
    ([, { state, assignee }]) => state === 'offered' && isPerson(turn.actor, assignee.id),
  );
  const answers = mine.flatMap(([offer]) =>
    (['accepted', 'declined'] as const).map((kind) =>
      offered({ kind, step: id, offer, token: route?.token ?? 0 }, []),
    ),
  );
  return [...answers, offeredChoice(turn, step)];
}

function offeredChoice(turn: Turn, step: CompiledStep): Offered {
  const task = Object.values(turn.tasks).find(({ kind, stepId }) => kind === 'choose' && stepId === step.id);
  const overriders = Object.entries(turn.workings.roles).flatMap(([role, { may }]) =>
    may?.includes('override') === true ? [role] : [],
  );
  const chosen = task !== undefined && (task.claimedBy === undefined || isPerson(turn.actor, task.claimedBy));
  const asTask =
    chosen &&
    (task.candidates.roles.some((role) => turn.actor.roles.includes(role)) ||
      task.candidates.persons.some((person) => isPerson(turn.actor, person)));
  const right = roleReason(overriders, turn.actor, '/roles');
  const event: OfferedEvent = {
    kind: 'override',
    step: step.id,
    ...(task === undefined ? {} : { task: task.id }),
  };
  return offered(event, [asTask ? { ...right, kind: 'holder', holds: true } : { ...right, kind: 'right' }]);
}

function offeredInField(turn: Turn): readonly Offered[] {
  const assigned = Object.values(turn.assignees).map(({ id }) => id);
  if (assigned.length === 0) return [];
  const holds = assigned.some((id) => isPerson(turn.actor, id));
  const isAssigned: Because = { kind: 'sender', pointer: '', holds, data: { assignee: assigned } };
  const moves = (['depart', 'arrive', 'leave'] as const).map((kind) => offered({ kind }, [isAssigned]));
  const by = turn.workings.handle.workflow.appointment?.by;
  if (by === undefined) return moves;
  const plans = by.some((role) => {
    const holder = turn.assignees[role];
    return turn.actor.roles.includes(role) || (holder !== undefined && isPerson(turn.actor, holder.id));
  });
  return [
    ...moves,
    offered({ kind: 'plan' }, [
      { kind: 'sender', pointer: '/appointment/by', holds: plans, data: { roles: by } },
    ]),
  ];
}
