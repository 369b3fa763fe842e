import type { Mapping } from '../../author/definition/mapping.ts';
import type { CompiledStep } from '../../compile/compile-step.ts';
import { lateSignal, outcomeSignal } from '../../compile/signal.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { EffectOutcome, WorkOrderEvent } from '../event.ts';
import { closeIncidents } from '../fold/fold-incidents.ts';
import { withEntry, withoutEntries } from '../fold/map-entries.ts';
import { mapFacts } from '../fold/map-facts.ts';
import { moment } from '../fold/moment.ts';
import { notify } from '../fold/run-effects.ts';
import { writeFields, writeSet } from '../fold/write-record.ts';
import { permitted } from '../refuse.ts';
import type { EffectState, PendingEffect } from '../snapshot.ts';
import { isActive, type Turn } from '../turn.ts';
import { followOutcome } from './follow-outcome.ts';

type Settled = Extract<WorkOrderEvent, { kind: 'settled' }>;
type Attempted = Extract<WorkOrderEvent, { kind: 'attempted' }>;

/** How an effect went. A failure that is not final leads the flow on too; a later success then comes late. */
export function hearSettled(turn: Turn, event: Settled): readonly Issue[] {
  const pending = turn.pending[event.effect];
  if (pending === undefined) return [issue('event/already-settled', '', { effect: event.effect })];
  const { outcome, final } = event;
  const isNews = turn.effects[pending.name]?.state !== outcome.kind;
  if (final && pending.kind !== 'child') {
    turn.pending = withoutEntries(turn.pending, (id) => id === event.effect);
  }
  keepState(turn, pending.name, event.effect, outcome.kind, outcome);
  enterOutcome(turn, event, pending);
  turn.facts.outcome = { kind: outcome.kind, code: outcome.code ?? null, receipt: outcome.receipt ?? null };
  const step = pending.stepId === undefined ? undefined : turn.workings.steps.get(pending.stepId);
  if (step !== undefined) settleStep(turn, step, event, isNews);
  else if (isNews) settleAside(turn, pending, event);
  return permitted;
}

/** Another attempt: the state of the newest call is kept, a failure that was told already stays told. */
export function hearAttempted(turn: Turn, event: Attempted): readonly Issue[] {
  const pending = turn.pending[event.effect];
  if (pending === undefined) return [issue('event/already-settled', '', { effect: event.effect })];
  const { state, attempt, nextAt, code, effect } = event;
  if (turn.effects[pending.name]?.state !== 'failed') keepState(turn, pending.name, effect, state, event);
  turn.entries.push({
    kind: 'effect-attempted',
    effect,
    name: pending.name,
    state,
    attempt,
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(code === undefined ? {} : { code }),
  });
  return permitted;
}

function keepState(
  turn: Turn,
  name: string,
  id: string,
  state: EffectState['state'],
  told: Pick<EffectOutcome, 'receipt' | 'code'>,
): void {
  const before = turn.effects[name];
  if (before?.id !== id) return;
  const receipt = told.receipt ?? before.receipt;
  turn.effects = withEntry(turn.effects, name, {
    id,
    state,
    since: before.state === state ? before.since : turn.at,
    ...(receipt === undefined ? {} : { receipt }),
    ...(told.code === undefined ? {} : { code: told.code }),
  });
}

function enterOutcome(turn: Turn, { effect, outcome }: Settled, { name }: PendingEffect): void {
  const { kind, code } = outcome;
  turn.entries.push({
    kind: 'effect-settled',
    effect,
    name,
    outcome: kind,
    ...(code === undefined ? {} : { code }),
  });
}

function settleStep(turn: Turn, step: CompiledStep, event: Settled, isNews: boolean): void {
  const { definition, id } = step;
  const { kind, output = null } = event.outcome;
  const isNewest = turn.effects[id]?.id === event.effect && isActive(turn, id);
  if (definition.kind === 'child') {
    if (kind !== 'succeeded' && isNewest) turn.signals.push(outcomeSignal(id, 'failed'));
    return;
  }
  if (definition.kind !== 'call') return;
  if (kind === 'succeeded' && definition.result !== undefined) writeResult(turn, definition.result, output);
  if (isNewest) turn.signals.push(outcomeSignal(id, kind));
  else if (isNews || event.final) turn.signals.push(lateSignal(id));
}

function writeResult(turn: Turn, mapping: string | Mapping, output: unknown): void {
  turn.facts.output = output;
  const { values, failed } = mapFacts(turn, mapping);
  writeFields(turn, values, 'result');
  if (failed !== undefined) {
    turn.entries.push({ kind: 'incident-opened', incident: 'answer-does-not-map', code: failed });
  }
}

function settleAside(turn: Turn, { name, kind: pendingKind }: PendingEffect, event: Settled): void {
  const effect = turn.workings.effects.get(name);
  const { kind, output = null, code } = event.outcome;
  if (effect === undefined) return;
  if (effect.definition.kind === 'call' && kind === 'succeeded' && effect.definition.result !== undefined) {
    writeResult(turn, effect.definition.result, output);
  }
  if (pendingKind === 'notify' && kind === 'succeeded' && 'to' in effect.definition) {
    moment(turn, `message.${effect.definition.to.role}`);
  }
  if (effect.definition.kind === 'call') {
    followOutcome(turn, effect, kind, { effect: event.effect, ...(code === undefined ? {} : { code }) });
  }
  if (kind !== 'succeeded') return;
  for (const incident of closeIncidents(turn, effect, event.effect)) {
    const alarm = turn.workings.effects.get(incident);
    if (alarm?.definition.kind === 'notify' && alarm.definition.recovered !== undefined) {
      notify(turn, alarm, alarm.definition.recovered, incident);
    }
  }
}

type ChildEnded = Extract<WorkOrderEvent, { kind: 'childEnded' }>;

/** A child has ended: `child` is the id of the effect that started it, or the receipt the host gave for that. */
export function hearChildEnded(turn: Turn, event: ChildEnded): readonly Issue[] {
  const found = Object.entries(turn.pending).find(
    ([id, { kind, name }]) =>
      kind === 'child' &&
      (id === event.child || (turn.effects[name]?.id === id && turn.effects[name]?.receipt === event.child)),
  );
  const step = turn.workings.steps.get(found?.[1].stepId ?? '');
  if (found === undefined || step === undefined) {
    return [issue('event/already-settled', '', { effect: event.child })];
  }
  const [effect] = found;
  turn.pending = withoutEntries(turn.pending, (id) => id === effect);
  const state = event.outcome === 'done' ? 'succeeded' : 'failed';
  keepState(turn, step.id, effect, state, {});
  turn.entries.push({ kind: 'effect-settled', effect, name: step.id, outcome: event.outcome });
  turn.facts.child = { id: event.child, outcome: event.outcome, record: event.record };
  writeSet(turn, step.output, 'result');
  if (isActive(turn, step.id)) turn.signals.push(outcomeSignal(step.id, event.outcome));
  return permitted;
}
