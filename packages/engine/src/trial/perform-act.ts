import { type CompiledWorkflow, workingsOf } from '../compile/compiled-workflow.ts';
import { type Actor, systemActor } from '../decide/actor.ts';
import type { Decision } from '../decide/decision.ts';
import type { Submission, WorkOrderEvent } from '../decide/event.ts';
import type { Snapshot } from '../decide/snapshot.ts';
import { askLookups } from './ask-lookups.ts';
import { fillValues } from './fill-values.ts';
import { type HeldWorkOrder, type MemoryHost, startIn, tell } from './memory-host.ts';
import { assignedOf } from './plan-step.ts';
import type { Act } from './scenario.ts';

/** Why an act could not even be tried; or what was decided. */
export type Done = Decision | { readonly kind: 'impossible'; readonly why: string };

const impossible = (why: string): Done => ({ kind: 'impossible', why });

/** Does one act of the scenario now: starts the work order, or sends the event it stands for. */
export function performAct(host: MemoryHost, act: Act): Done {
  const actor = actorOf(host, act);
  if (actor === undefined) return impossible(`${act.by ?? ''}?`);
  const held = workOrderOf(host, act);
  if (held === undefined)
    return 'submit' in act && act.in === undefined ? start(host, act, actor) : impossible('work order?');
  const event = eventOf(host, held, act, actor);
  if (event === undefined) return impossible(`${'accept' in act || 'decline' in act ? 'offer' : 'event'}?`);
  return tell(host, held.snapshot.workOrderId, event) ?? impossible('work order?');
}

/** The main work order, or the newest one begun by a step or under a link. */
export function workOrderOf(
  host: MemoryHost,
  { in: as }: { readonly in?: string },
): HeldWorkOrder | undefined {
  const all = [...host.workOrders.values()];
  return as === undefined ? all[0] : all.findLast(({ snapshot }) => snapshot.origin?.as === as);
}

function actorOf({ scenario }: MemoryHost, { by }: Act): Actor | undefined {
  if (by === undefined) return systemActor;
  const person = scenario.people[by];
  return person && { id: by, name: person.name ?? by, roles: person.roles };
}

type SubmitAct = Extract<Act, { submit: string }>;

function start(host: MemoryHost, act: SubmitAct, actor: Actor): Done {
  const compiled = host.versions.get(host.scenario.workflow);
  const step = compiled && workingsOf(compiled).steps.get(act.submit)?.definition;
  if (compiled === undefined || step?.kind !== 'form') return impossible(`${act.submit}?`);
  const place = { form: step.form, stage: step.stage };
  const submission = submissionOf(host, { compiled, act, actor, place, snapshot: undefined });
  return startIn(host, compiled, { workOrderId: 'wo-1', number: 'WO-1', actor, submission });
}

interface Submitting {
  readonly compiled: CompiledWorkflow;
  readonly act: SubmitAct;
  readonly actor: Actor;
  readonly place: { readonly form: string; readonly stage: string };
  readonly snapshot: Snapshot | undefined;
}

function submissionOf(host: MemoryHost, { compiled, act, actor, place, snapshot }: Submitting): Submission {
  const values = fillValues(act.values ?? {}, snapshot?.record ?? {}, host.at);
  const { edited = [], acknowledged = [], channel = 'screen' } = act;
  const answers = { values, edited, acknowledged, channel };
  const lookups = askLookups(host, { compiled, snapshot, actor, ...place, ...answers });
  return { form: place.form, ...answers, lookups };
}

function eventOf(
  host: MemoryHost,
  { compiled, snapshot }: HeldWorkOrder,
  act: Act,
  actor: Actor,
): WorkOrderEvent | undefined {
  if ('submit' in act) return submitEvent(host, { compiled, snapshot }, act, actor);
  if ('accept' in act || 'decline' in act) return offerEvent(snapshot, act, actor);
  if ('vote' in act) {
    const { vote: step, seat, says, note, returnTo } = act;
    const more = { ...(note === undefined ? {} : { note }), ...(returnTo === undefined ? {} : { returnTo }) };
    return { kind: 'vote', step, seat, vote: says, ...more, actor };
  }
  if ('override' in act) {
    const assignee = assignedOf(host, act.assignee);
    return (
      assignee && { kind: 'override', step: act.override, assignee, reason: act.reason, broken: [], actor }
    );
  }
  if ('from' in act) return heardEvent(host, compiled, act);
  return plainEvent(act, actor);
}

type Plain = Extract<
  Act,
  | { send: string }
  | { plan: string }
  | { move: string }
  | { comment: string }
  | { message: string }
  | { wait: true }
>;

function plainEvent(act: Plain, actor: Actor): WorkOrderEvent | undefined {
  if ('send' in act) {
    const { send: event, payload } = act;
    return { kind: 'send', event, ...(payload === undefined ? {} : { payload }), actor };
  }
  if ('plan' in act) {
    const { plan: plannedAt, visitMs } = act;
    return { kind: 'plan', plannedAt, ...(visitMs === undefined ? {} : { visitMs }), actor };
  }
  if ('move' in act) return { kind: act.move, actor };
  if ('comment' in act)
    return { kind: 'comment', text: act.comment, unprompted: act.unprompted ?? false, actor };
  if ('message' in act) return { kind: 'message', to: act.to, text: act.message, actor };
  return undefined;
}

function submitEvent(
  host: MemoryHost,
  { compiled, snapshot }: HeldWorkOrder,
  act: SubmitAct,
  actor: Actor,
): WorkOrderEvent | undefined {
  const place = placeOf(compiled, act);
  if (place === undefined) return undefined;
  const { submit: step, prove, alternative } = act;
  return {
    kind: 'submit',
    step,
    ...(prove === undefined ? {} : { proof: prove }),
    ...(alternative === undefined ? {} : { alternative }),
    ...submissionOf(host, { compiled, act, actor, place, snapshot }),
    actor,
  };
}

/** The form a submission answers: of a step, of a proof or its alternative, or of a side task. */
function placeOf(compiled: CompiledWorkflow, act: SubmitAct): Submitting['place'] | undefined {
  const effect = compiled.workflow.flow.effects?.[act.submit];
  if (effect?.kind === 'ask') return { form: effect.form, stage: effect.stage };
  const step = workingsOf(compiled).steps.get(act.submit)?.definition;
  if (step?.kind === 'form') return { form: step.form, stage: step.stage };
  if (step?.kind !== 'gate' || act.prove === undefined) return undefined;
  const proof = step.proofs[act.prove];
  const given = act.alternative === undefined ? proof : proof?.otherwise?.[act.alternative];
  return given && { form: given.form, stage: step.stage };
}

function offerEvent(
  snapshot: Snapshot,
  act: Extract<Act, { accept: string } | { decline: string }>,
  actor: Actor,
): WorkOrderEvent | undefined {
  const step = 'accept' in act ? act.accept : act.decline;
  const route = snapshot.work[step]?.route;
  const found = Object.entries(route?.offers ?? {}).findLast(([, { assignee }]) => assignee.id === actor.id);
  if (route === undefined || found === undefined) return undefined;
  const answer = { step, offer: found[0], token: route.token, actor };
  return 'accept' in act
    ? { kind: 'accepted', ...answer }
    : { kind: 'declined', ...answer, reason: act.reason };
}

function heardEvent(
  host: MemoryHost,
  compiled: CompiledWorkflow,
  { from: listener, event, payload = {} }: Extract<Act, { from: string }>,
): WorkOrderEvent | undefined {
  const sends = compiled.workflow.listeners?.[listener]?.sends;
  const sent = event ?? (typeof sends === 'string' ? sends : undefined);
  if (sent === undefined) return undefined;
  const deliveryId = `${listener}#${host.frames.length}`;
  return { kind: 'heard', listener, event: sent, deliveryId, payload, actor: systemActor };
}
