import type { Operation } from '../author/definition/operation.ts';
import type { Workflow } from '../author/definition/workflow.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import { type AnswerRules, classifyAnswer } from '../mapping/classify-answer.ts';
import type { Outcome } from '../mapping/outcome.ts';
import type { Instant } from '../time/instant.ts';
import type { Found } from './delivery-table.ts';
import { exampleOf } from './example-of.ts';
import type { Scenario, StandInAnswer } from './scenario.ts';

/** The other systems of a trial: what they were asked, what they did, what they will say next. */
export interface Outside {
  readonly scenario: Scenario;
  /** How many answers of each operation were given. */
  readonly given: Map<string, number>;
  /** What each operation really did: by key of the call, the output that came of it. */
  readonly done: Map<string, Map<string, Json>>;
}

export interface Call {
  readonly id: string;
  readonly operation: string;
  readonly request: JsonObject;
}

export interface Answered {
  readonly outcome: Outcome;
  readonly slowMs: number;
  readonly twice: boolean;
}

/** Lets the other side answer one call; what the scenario does not say is an example of the operation's output. */
export function callOutside(outside: Outside, workflow: Workflow, call: Call, at: Instant): Answered {
  const operation = operationOf(workflow, call.operation);
  const answer = nextAnswer(outside, call.operation) ?? { output: exampleOf(operation?.output, at) };
  const outcome = outcomeOf(answer, operation ?? {}, at);
  if (outcome.kind === 'succeeded' || 'drops' in answer) {
    const output = outcome.kind === 'succeeded' ? outcome.output : doneBy(answer, operation, at);
    keepDone(outside, operation, call, output);
  }
  return { outcome, slowMs: answer.slowMs ?? 0, twice: 'twice' in answer && answer.twice === true };
}

/** What the other side holds under this call's reference, as the question of delivery mode `probe` would find it. */
export function askOutside(outside: Outside, call: Call): Found {
  const output = outside.done.get(call.operation)?.get(call.id);
  return output === undefined ? { kind: 'absent' } : { kind: 'same', outcome: { kind: 'succeeded', output } };
}

/** How often an operation did something; a repeat that carries the same key did nothing again. */
export function effectiveCalls({ done }: Outside, operation: string): number {
  return done.get(operation)?.size ?? 0;
}

type Rules = AnswerRules & Pick<Operation, 'delivery' | 'retry'>;

/** An operation with the readings its connection gives all of them. */
export function operationOf(workflow: Workflow, name: string): Rules | undefined {
  const [id = '', own = ''] = name.split('.');
  const connection = workflow.connections?.[id];
  if (connection === undefined) return undefined;
  const { succeeds, credentialFails, throttles, didNothing, refuses, errorText, outputFrom } = connection;
  const readings = { succeeds, credentialFails, throttles, didNothing, refuses, errorText, outputFrom };
  return { ...readings, ...connection.operations?.[own] };
}

function nextAnswer({ scenario, given }: Outside, operation: string): StandInAnswer | undefined {
  const standIn = scenario.outside?.[operation];
  if (standIn === undefined) return undefined;
  const count = given.get(operation) ?? 0;
  given.set(operation, count + 1);
  const id = standIn.order[Math.min(count, standIn.order.length - 1)];
  return id === undefined ? undefined : standIn.answers[id];
}

function outcomeOf(answer: StandInAnswer, operation: AnswerRules, at: Instant): Outcome {
  if ('output' in answer && !('drops' in answer)) return { kind: 'succeeded', output: answer.output };
  if ('absent' in answer) return { kind: 'succeeded', output: null, absent: true };
  if ('refused' in answer) return { kind: 'refused', code: 'answer/refused', message: answer.refused };
  if ('notSent' in answer) return { kind: 'tryLater', reason: 'not-sent', waitMs: 0 };
  if ('timeout' in answer) return { kind: 'unknown', reason: 'timed-out', sentAt: at };
  if ('drops' in answer) return { kind: 'unknown', reason: 'cut-off', sentAt: at };
  const { status, headers = {}, body } = answer;
  return classifyAnswer(operation, {
    kind: 'answered',
    status,
    headers,
    sentAt: at,
    ...(body === undefined ? {} : { body }),
  });
}

function doneBy(answer: StandInAnswer, operation: Rules | undefined, at: Instant): Json {
  return 'output' in answer && answer.output !== undefined ? answer.output : exampleOf(operation?.output, at);
}

/** Where the mode carries no key, a repeat is a second time. */
function keepDone(outside: Outside, operation: Rules | undefined, call: Call, output: Json): void {
  const done = outside.done.get(call.operation) ?? new Map<string, Json>();
  outside.done.set(call.operation, done);
  const mode = operation?.delivery?.mode;
  const isKnownAgain = mode !== 'once' && mode !== 'atLeast';
  done.set(isKnownAgain ? call.id : `${call.id}#${done.size}`, output);
}
