import { type CompiledWorkflow, workingsOf } from '../compile/compiled-workflow.ts';
import { outcomeSignal } from '../compile/signal.ts';
import { issue } from '../issue/issue.ts';
import type { JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';
import type { Actor } from './actor.ts';
import { takeAnswers } from './check-answers.ts';
import type { Decision } from './decision.ts';
import type { Submission } from './event.ts';
import { finish } from './finish.ts';
import { advance, begin } from './fold/advance.ts';
import { openForm } from './fold/enter-step.ts';
import { moment } from './fold/moment.ts';
import { writeFields } from './fold/write-record.ts';
import { senderReasons } from './permission.ts';
import { notAvailable, refuseUnless } from './refuse.ts';
import type { Origin, Snapshot } from './snapshot.ts';
import { openTurn, type Turn } from './turn.ts';

/** What a new work order begins with. */
export interface StartInput {
  readonly workOrderId: string;
  /** What people call it by. */
  readonly number: string;
  readonly actor: Actor;
  /** Answers to the form of the first step; without them that step's task is open. */
  readonly submission?: Submission;
  /** Values by record pointer, of a child or a linked work order, or of an import. */
  readonly record?: JsonObject;
  readonly origin?: Origin;
}

/**
 * The first decision of a work order, `seq` 1, in the shape of every other. Answers that are refused start nothing.
 * Values that do not fit the record's schema are left out, and the journal says so.
 */
export function startWorkOrder(compiled: CompiledWorkflow, input: StartInput, at: Instant): Decision {
  const workings = workingsOf(compiled);
  const turn = openTurn(workings, blank(compiled, input, at), input.actor, at);
  const { number, origin } = input;
  turn.entries.push({
    kind: 'started',
    number,
    ...(origin === undefined ? {} : { origin: origin.workOrderId }),
  });
  writeFields(turn, startValues(input.record ?? {}), 'start');
  const refused = input.submission === undefined ? [] : takeFirst(turn, input.submission);
  if (refused.length > 0) return { kind: 'refused', issues: refused };
  moment(turn, 'start');
  if (!begin(turn) || !advance(turn)) {
    const step = workings.handle.workflow.flow.start;
    return { kind: 'refused', issues: [issue('event/endless', '', { step })] };
  }
  keepFirstTask(turn);
  return finish(turn);
}

/** A record as it is, or values keyed by pointer. */
function startValues(record: JsonObject) {
  return Object.entries(record).map(
    ([key, value]) =>
      [key.startsWith('/') ? key : `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, value] as const,
  );
}

/** The answers were taken, but no transition: somebody may still answer again. */
function keepFirstTask(turn: Turn): void {
  const step = turn.answered === undefined ? undefined : turn.workings.steps.get(turn.answered);
  turn.answered = undefined;
  if (step !== undefined) openForm(turn, step);
}

function takeFirst(turn: Turn, submission: Submission) {
  const { start } = turn.workings.handle.workflow.flow;
  const step = turn.workings.steps.get(start);
  if (step?.definition.kind !== 'form') return notAvailable('submit');
  const { by, form, stage } = step.definition;
  const reasons = senderReasons(by, turn.actor, turn, `${step.pointer}/by`);
  const refused = refuseUnless(reasons, 'start', turn.actor);
  if (refused.length > 0) return refused;
  turn.facts.event = submission.values;
  const issues = takeAnswers(turn, { step: start, stage, form }, submission);
  if (issues.length > 0) return issues;
  turn.answered = start;
  turn.signals.push(outcomeSignal(start, 'submitted'));
  return [];
}

/** Nothing has happened yet: `seq` 0, standing nowhere. */
function blank(compiled: CompiledWorkflow, input: StartInput, at: Instant): Snapshot {
  return {
    format: 1,
    workflow: { id: compiled.id, hash: compiled.hash },
    workOrderId: input.workOrderId,
    number: input.number,
    seq: 0,
    createdAt: at,
    at,
    status: 'open',
    configuration: '',
    record: {},
    work: {},
    tasks: {},
    assignees: {},
    pending: {},
    effects: {},
    timers: {},
    clocks: {},
    heard: {},
    openIncidents: {},
    ...(input.origin === undefined ? {} : { origin: input.origin }),
  };
}
