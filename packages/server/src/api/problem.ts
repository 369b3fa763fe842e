import {
  fillPattern,
  formatIssue,
  type Issue,
  type JsonObject,
  type Locale,
  type Remedy,
  WorkflowFault,
} from '@paidan/engine/issue';
import type { Problem } from '../contract/envelope.ts';
import { type ProblemCode, problemCatalog } from './problem-catalog.ts';

/** What went wrong, before it is said in a language. */
export type Refusal =
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly data?: JsonObject }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

export function refuse(code: ProblemCode, data?: JsonObject): Refusal {
  return data === undefined ? { kind: 'problem', code } : { kind: 'problem', code, data };
}

/** Findings of engine and forms, passed on unchanged. */
export function refuseWith(issues: readonly Issue[]): Refusal {
  return { kind: 'issues', issues };
}

export interface Occasion {
  readonly locale: Locale;
  readonly instance: string;
  readonly reference: string;
}

/** The RFC 9457 document for a refusal. */
export function problemOf(refusal: Refusal, occasion: Occasion): Problem {
  return refusal.kind === 'problem' ? catalogued(refusal, occasion) : ofIssues(refusal.issues, occasion);
}

/** What is told of a thrown fault: never its inner text, and nobody's stack. */
export function refusalOf(error: unknown): Refusal {
  const passes = error instanceof WorkflowFault && error.remedy === 'retry';
  return refuse(passes || isOutage(error) ? 'fault/outage' : 'fault/unexpected');
}

/** An issue with its sentences filled in, as it travels. */
export function issueBody(found: Issue): Problem['issues'][number] {
  const message = { 'zh-CN': formatIssue(found, 'zh-CN'), en: formatIssue(found, 'en') };
  return { ...found, message, data: { ...found.data } };
}

function catalogued({ code, data = {} }: Refusal & { kind: 'problem' }, occasion: Occasion): Problem {
  const { status, remedy, title, detail } = problemCatalog[code];
  const facts = { ...data, reference: occasion.reference };
  const sentence = fillPattern(detail[occasion.locale], facts, occasion.locale);
  return {
    ...basics(code, occasion),
    status,
    remedy,
    title: title[occasion.locale],
    detail: sentence,
    issues: [],
  };
}

function ofIssues(issues: readonly Issue[], occasion: Occasion): Problem {
  const first = issues.find(({ severity }) => severity === 'error') ?? issues[0];
  if (first === undefined) return catalogued({ kind: 'problem', code: 'fault/unexpected' }, occasion);
  const { status, remedy } = standingOf(first.code);
  const detail = formatIssue(first, occasion.locale);
  const title = titles[status]?.[occasion.locale] ?? detail;
  return { ...basics(first.code, occasion), status, remedy, title, detail, issues: issues.map(issueBody) };
}

function basics(code: string, { instance, reference }: Occasion) {
  return { type: `/problems/${code}`, code, instance, reference };
}

const titles: { readonly [status: number]: { readonly [locale in Locale]: string } } = {
  403: { 'zh-CN': '没有权限', en: 'Not permitted' },
  409: { 'zh-CN': '工单状态已变化', en: 'The work order stands elsewhere' },
  422: { 'zh-CN': '内容需要修改', en: 'Something needs correction' },
};

const forbidden: readonly string[] = ['event/not-permitted', 'form/not-writable', 'forms/not-writable'];
const notAnswers: readonly string[] = ['event/reason-required', 'event/payload-differs', 'event/unknown'];

// An event that came too late or where it has no place is a conflict; what its sender can correct is not.
function standingOf(code: string): { readonly status: number; readonly remedy: Remedy } {
  if (forbidden.includes(code)) return { status: 403, remedy: 'wait-for-person' };
  const isConflict = code.startsWith('offer/') || code.startsWith('event/');
  if (isConflict && !notAnswers.includes(code)) return { status: 409, remedy: 'retry' };
  return { status: 422, remedy: 'give-up' };
}

const outages: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300'];

function isOutage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && outages.includes(code);
}
