import type { CompiledStep } from '../../compile/compile-step.ts';
import { outcomeSignal } from '../../compile/signal.ts';
import type { StepWork } from '../step-work.ts';
import { factsNow, type Turn } from '../turn.ts';
import { askCall } from './ask-call.ts';
import { askCondition } from './ask-condition.ts';
import { askEffect } from './ask-effect.ts';
import { endWorkOrder } from './end-work-order.ts';
import { armProofTimers } from './fold-gate.ts';
import { requestPlan } from './fold-route.ts';
import { candidatesOf, openTask } from './fold-tasks.ts';
import { armStepTimers } from './fold-timers.ts';
import { openSeats } from './fold-votes.ts';
import { withEntry } from './map-entries.ts';
import { moment } from './moment.ts';
import { objectOf, runEffects } from './run-effects.ts';

/** A step has been entered: stage, journal, effects, timers, then what its kind holds while it is active. */
export function enterStep(turn: Turn, step: CompiledStep): void {
  const { id, pointer, definition } = step;
  if (step.branch === undefined) changeStage(turn, step.stage);
  turn.entered.add(id);
  const before = turn.work[id];
  const visit = (before?.visit ?? 0) + 1;
  turn.work = withEntry(turn.work, id, { visit, enteredAt: turn.at, ...carriedOver(turn, step, before) });
  turn.entries.push({ kind: 'step-entered', step: id, visit, pointer });
  moment(turn, `enter.${id}`);
  runEffects(turn, step.onEnter, titleOf(step, turn));
  if (definition.kind !== 'end') armStepTimers(turn, id, definition.timers);
  openKind(turn, step);
}

/** What a text calls the cause of an effect at a step: the named event being decided, else the step's own title. */
export function titleOf(step: CompiledStep, { eventTitle }: Turn) {
  const title = eventTitle ?? step.definition.title;
  return title === undefined ? undefined : { title };
}

/** A gate opened early keeps what was proven since; who last acted is kept for `sameAs` and `notSameAs`. */
function carriedOver(
  turn: Turn,
  { id, gate }: CompiledStep,
  before: StepWork | undefined,
): Partial<StepWork> {
  const who = turn.answered === id ? turn.actor.id : before?.actedBy;
  const actedBy = who === undefined ? {} : { actedBy: who };
  const openedEarly = gate !== undefined && before !== undefined && before.leftAt === undefined;
  return openedEarly && before.proofs !== undefined ? { ...actedBy, proofs: before.proofs } : actedBy;
}

function changeStage(turn: Turn, stage: string): void {
  if (turn.stage === stage) return;
  const left = turn.stage;
  if (left !== '') turn.entries.push({ kind: 'stage-left', stage: left });
  turn.stage = stage;
  turn.entries.push({ kind: 'stage-entered', stage });
  if (left !== '') moment(turn, `leaveStage.${left}`);
  moment(turn, `enterStage.${stage}`);
}

function openKind(turn: Turn, step: CompiledStep): void {
  const { id, definition } = step;
  switch (definition.kind) {
    case 'form':
      openForm(turn, step);
      return;
    case 'assign':
      openAssign(turn, step);
      return;
    case 'call':
      if (
        askCall(turn, {
          ...definition,
          name: id,
          pointer: step.pointer,
          mapping: definition.mapping,
          stepId: id,
        }) === 'failed'
      ) {
        turn.signals.push(outcomeSignal(id, 'failed'));
      }
      return;
    case 'approve':
      openSeats(turn, id, definition);
      return;
    case 'gate':
      armProofTimers(turn, step);
      return;
    case 'notify':
      runEffects(turn, definition.effects, titleOf(step, turn));
      turn.signals.push(outcomeSignal(id, 'sent'));
      return;
    case 'child':
      startChild(turn, step);
      return;
    case 'end':
      if (step.branch === undefined) endWorkOrder(turn, id, definition.outcome);
      return;
    default:
  }
}

/** A form step's task, unless its `skip` holds. */
export function openForm(turn: Turn, step: CompiledStep): void {
  const { id, definition } = step;
  if (definition.kind !== 'form' || turn.answered === id) return;
  if (step.asks !== undefined && askCondition(turn, step.asks)) {
    turn.signals.push(outcomeSignal(id, 'skipped'));
    return;
  }
  const { form, by, stage } = definition;
  openTask(turn, { kind: 'form', stepId: id, form, stage, candidates: candidatesOf(by, turn) });
}

function openAssign(turn: Turn, step: CompiledStep): void {
  const { id, definition } = step;
  if (definition.kind !== 'assign') return;
  const urgency = turn.workings.urgency.get(definition.policy ?? '');
  requestPlan(turn, id, definition, urgency !== undefined && askCondition(turn, urgency));
  if (definition.chooser !== undefined) openChoice(turn, step, definition.chooser.roles);
}

/** A person picks: their task stays until somebody is assigned. */
export function openChoice(turn: Turn, step: CompiledStep, roles: readonly string[]): void {
  openTask(turn, {
    kind: 'choose',
    stepId: step.id,
    stage: step.stage,
    candidates: { roles, persons: [] },
  });
}

function startChild(turn: Turn, step: CompiledStep): void {
  const { id, definition, input } = step;
  if (definition.kind !== 'child') return;
  const values = objectOf(input?.values(factsNow(turn)) ?? []);
  const { workflow } = definition;
  const childId = askEffect(turn, (effect) => ({
    id: effect,
    kind: 'startChild',
    stepId: id,
    workflow,
    input: values,
  }));
  turn.pending = withEntry(turn.pending, childId, { name: id, kind: 'child', stepId: id });
  turn.effects = withEntry(turn.effects, id, { id: childId, state: 'sending', since: turn.at });
  const work = turn.work[id];
  if (work !== undefined) turn.work = withEntry(turn.work, id, { ...work, childId });
  turn.entries.push({ kind: 'effect-asked', effect: childId, name: id, pointer: step.pointer });
}
