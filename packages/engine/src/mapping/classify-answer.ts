import { sha256 } from '../canonical/sha256.ts';
import { isTrue } from '../expression/coercion.ts';
import { valueOfRule } from '../expression/compiled-once.ts';
import type { Facts } from '../expression/expression.ts';
import { nameReader } from '../expression/read-name.ts';
import { formatIssue } from '../issue/format-issue.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import type { Outcome, Response } from './outcome.ts';
import { cutToSchema } from './output.ts';

/** How an operation reads its answers: conditions over `{ status, headers, body }`, its connection's included. */
export interface AnswerRules {
  readonly succeeds?: Json | undefined;
  readonly credentialFails?: Json | undefined;
  readonly throttles?: Json | undefined;
  readonly didNothing?: Json | undefined;
  readonly refuses?: Json | undefined;
  readonly absent?: Json | undefined;
  /** Dotted read of the sentence to show when it refuses, such as `body.message`. */
  readonly errorText?: string | undefined;
  /** Dotted read of what `output` is cut from; the whole body when left out. */
  readonly outputFrom?: string | undefined;
  readonly output?: JsonObject | undefined;
}

type Answered = Extract<Response, { kind: 'answered' }>;

const longestWaitMs = 86_400_000;

/**
 * What an answer means. `absent`, then `succeeds`, `credentialFails`, `throttles`, `didNothing`, `refuses`: the first
 * that holds decides. A 2xx that nothing recognises, or whose output does not fit, is refused as
 * `answer/unrecognised`: success is never guessed. Pure; no part of the answer outside the output's schema survives.
 */
export function classifyAnswer(operation: AnswerRules, response: Response): Outcome {
  if (response.kind === 'not-sent') return { kind: 'tryLater', reason: 'not-sent', waitMs: 0 };
  if (response.kind === 'broken')
    return { kind: 'unknown', reason: response.reason, sentAt: response.sentAt };
  return declared(operation, response) ?? byStatus(response);
}

function declared(operation: AnswerRules, response: Answered): Outcome | undefined {
  const { status, headers, body, sentAt } = response;
  const facts: Facts = { status, headers, body: body ?? null, at: sentAt };
  const holds = (rule: Json | undefined) => rule !== undefined && isTrue(valueOfRule(rule, facts));
  if (body !== undefined && holds(operation.absent)) {
    return { kind: 'succeeded', output: null, absent: true, receipt: receiptOf(body) };
  }
  if (body !== undefined && holds(operation.succeeds)) return succeeded(operation, facts, body);
  if (holds(operation.credentialFails)) return { kind: 'tryLater', reason: 'credential', waitMs: 0 };
  if (holds(operation.throttles))
    return { kind: 'tryLater', reason: 'throttled', waitMs: waitAskedFor(headers) };
  if (holds(operation.didNothing))
    return { kind: 'tryLater', reason: 'not-done', waitMs: waitAskedFor(headers) };
  if (!holds(operation.refuses)) return undefined;
  return { kind: 'refused', code: 'answer/refused', message: errorText(operation, facts) };
}

function succeeded(operation: AnswerRules, facts: Facts, body: Json): Outcome {
  const source =
    operation.outputFrom === undefined ? body : (nameReader(operation.outputFrom)(facts) ?? null);
  const receipt = receiptOf(body);
  // Without a schema nothing of the answer may be read, so nothing of it is kept.
  if (operation.output === undefined) return { kind: 'succeeded', output: {}, receipt };
  const { value, issues } = cutToSchema(operation.output, source);
  if (value !== undefined) return { kind: 'succeeded', output: value, receipt };
  const message = issues.map((found) => `${found.pointer || '/'}: ${formatIssue(found, 'en')}`).join('; ');
  return { kind: 'refused', code: 'answer/unrecognised', message };
}

/** Of the body as it was read: its canonical text would not exist for half a surrogate pair from outside. */
function receiptOf(body: Json): string {
  return `sha256-${sha256(JSON.stringify(body))}`;
}

function byStatus({ status, headers, body, sentAt }: Answered): Outcome {
  const waitMs = waitAskedFor(headers);
  if (status === 429 || (status === 503 && Object.hasOwn(headers, 'retry-after'))) {
    return { kind: 'tryLater', reason: 'throttled', waitMs };
  }
  if (status === 408 || status >= 500) return { kind: 'unknown', reason: 'server-error', sentAt };
  if (status < 400 && body === undefined) return { kind: 'unknown', reason: 'unreadable', sentAt };
  const code = status >= 400 ? `http/${status}` : 'answer/unrecognised';
  return { kind: 'refused', code, message: `HTTP ${status}` };
}

/** `Retry-After` in seconds (RFC 9110 section 10.2.3), a day at most; its date form would need a clock. */
function waitAskedFor(headers: Answered['headers']): number {
  const seconds = /^\d{1,9}$/.exec(headers['retry-after'] ?? '')?.[0];
  return seconds === undefined ? 0 : Math.min(Number(seconds) * 1000, longestWaitMs);
}

function errorText(operation: AnswerRules, facts: Facts): string {
  const text = operation.errorText === undefined ? null : nameReader(operation.errorText)(facts);
  return typeof text === 'string' ? text.slice(0, 500) : '';
}
