import type { Workings } from '../compile/compiled-workflow.ts';
import type { FactSheet } from '../compile/frame.ts';
import type { Signal } from '../compile/signal.ts';
import type { Effect } from '../effects/effect.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import type { Text } from '../issue/text.ts';
import type { Instant } from '../time/instant.ts';
import type { Actor, Assigned } from './actor.ts';
import { activeSteps, type Configuration } from './configuration.ts';
import type { Entry } from './entry.ts';
import type { Origin, Snapshot } from './snapshot.ts';
import { topStep } from './top-step.ts';

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

type Parts = Pick<
  Snapshot,
  | 'status'
  | 'configuration'
  | 'record'
  | 'work'
  | 'tasks'
  | 'assignees'
  | 'pending'
  | 'effects'
  | 'timers'
  | 'clocks'
  | 'heard'
  | 'openIncidents'
>;

/**
 * One decision being made: the snapshot's parts, replaced as things happen and never changed in place, so that what is
 * untouched stays the same object. Lives only as long as one call of `decide`.
 */
export interface Turn extends Mutable<Parts> {
  readonly workings: Workings;
  readonly workOrderId: string;
  readonly number: string;
  readonly createdAt: Instant;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly origin: Origin | undefined;
  readonly facts: FactSheet;
  readonly entries: Entry[];
  readonly effectsAsked: Effect[];
  /** The record as gates and waits last judged it. */
  recordJudged: Snapshot['record'];
  /** What the machine is still to hear, in order. */
  readonly signals: Signal[];
  /** Steps entered in this decision. */
  readonly entered: Set<string>;
  outcome: Snapshot['outcome'];
  appointment: Snapshot['appointment'];
  suspendedAt: Instant | undefined;
  /** Stage of the step reached so far. */
  stage: string;
  /** Transitions taken and moments somebody acted on: none of either means that nobody heard the event. */
  consequences: number;
  /** Who a task opened in this decision is given to: the person a ladder escalated to. */
  holder: Assigned | undefined;
  /** Title of the named event being decided, which texts read as their cause. */
  eventTitle: Text | undefined;
  /** A visit was planned in this decision. */
  plannedAnew: boolean;
  /** The form step whose answers came with this decision. */
  answered: string | undefined;
}

/** The beginning of a decision on a stored snapshot. */
export function openTurn(workings: Workings, before: Snapshot, actor: Actor, at: Instant): Turn {
  const stage = workings.steps.get(topStep(before.configuration))?.stage ?? '';
  const instant = at > before.at ? at : before.at;
  const turn: Turn = {
    workings,
    workOrderId: before.workOrderId,
    number: before.number,
    createdAt: before.createdAt,
    seq: before.seq + 1,
    at: instant,
    actor,
    origin: before.origin,
    facts: blankFacts({ workings, actor, at: instant, stage }, before),
    entries: [],
    effectsAsked: [],
    signals: [],
    entered: new Set(),
    status: before.status,
    outcome: before.outcome,
    configuration: before.configuration,
    record: before.record,
    recordJudged: before.record,
    work: before.work,
    tasks: before.tasks,
    assignees: before.assignees,
    pending: before.pending,
    effects: before.effects,
    timers: before.timers,
    clocks: before.clocks,
    appointment: before.appointment,
    heard: before.heard,
    openIncidents: before.openIncidents,
    suspendedAt: before.suspendedAt,
    stage,
    consequences: 0,
    holder: undefined,
    eventTitle: undefined,
    plannedAnew: false,
    answered: undefined,
  };
  return turn;
}

/** The snapshot after a decision, keys always in the same order. */
export function closeTurn(turn: Turn): Snapshot {
  const { workings, outcome, appointment, origin, suspendedAt } = turn;
  const snapshot: Mutable<Snapshot> = {
    format: 1,
    workflow: { id: workings.handle.id, hash: workings.handle.hash },
    workOrderId: turn.workOrderId,
    number: turn.number,
    seq: turn.seq,
    createdAt: turn.createdAt,
    at: turn.at,
    status: turn.status,
    configuration: turn.configuration,
    record: turn.record,
    work: turn.work,
    tasks: turn.tasks,
    assignees: turn.assignees,
    pending: turn.pending,
    effects: turn.effects,
    timers: turn.timers,
    clocks: turn.clocks,
    heard: turn.heard,
    openIncidents: turn.openIncidents,
  };
  if (outcome !== undefined) snapshot.outcome = outcome;
  if (appointment !== undefined) snapshot.appointment = appointment;
  if (origin !== undefined) snapshot.origin = origin;
  if (suspendedAt !== undefined) snapshot.suspendedAt = suspendedAt;
  return snapshot;
}

export function isActive(turn: { readonly configuration: Configuration }, step: string): boolean {
  return turn.configuration === step || activeSteps(turn.configuration).includes(step);
}

/** The facts as they stand now. One sheet per decision is refilled, because conditions are asked often. */
export function factsNow(turn: Turn): FactSheet {
  const { facts } = turn;
  facts.record = turn.record;
  facts.step = turn.work;
  facts.effect = turn.effects;
  facts.clock = turn.clocks;
  facts.appointment = turn.appointment;
  facts.assignee = assigneeFacts(turn);
  facts.workOrder.stage = turn.stage;
  facts.workOrder.status = turn.status;
  return facts;
}

function blankFacts(
  { workings, actor, at, stage }: Pick<Turn, 'workings' | 'actor' | 'at' | 'stage'>,
  { workOrderId, number, status, createdAt }: Snapshot,
): FactSheet {
  const { id, name, roles } = actor;
  return {
    record: {},
    event: undefined,
    workOrder: { id: workOrderId, number, stage, status, createdAt },
    step: undefined,
    effect: undefined,
    clock: undefined,
    assignee: undefined,
    actor: { id, name, roles },
    appointment: undefined,
    child: undefined,
    outcome: undefined,
    cause: undefined,
    stage: undefined,
    output: undefined,
    at,
    timeZone: workings.handle.workflow.timeZone,
  };
}

/** Whoever holds the role of the first assign step that has somebody: its own facts beside id, name and role. */
function assigneeFacts({ workings, assignees }: Turn): JsonObject | undefined {
  for (const role of workings.assignedRoles) {
    const assigned = assignees[role];
    if (assigned === undefined) continue;
    const facts: { [name: string]: Json } = { ...assigned.facts };
    facts['id'] = assigned.id;
    facts['name'] = assigned.name;
    facts['role'] = role;
    return facts;
  }
  return undefined;
}
