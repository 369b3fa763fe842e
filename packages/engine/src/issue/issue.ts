import { type IssueCode, messages } from './issue-codes.ts';
import type { Json } from './json.ts';
import type { MessagePattern, Severity } from './message-table.ts';

/**
 * A finding about somebody's document or answers. Issues are returned, never thrown.
 *
 * `pointer` is an RFC 6901 pointer into the JSON as its author wrote it; `message` holds patterns, so that the same
 * issue has the same bytes whatever language it is later read in.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly pointer: string;
  readonly message: MessagePattern;
  readonly data: { readonly [key: string]: Json };
}

/** What every reader of foreign JSON returns: `value` is absent exactly when an issue has severity error. */
export interface Checked<Value> {
  readonly value?: Value;
  readonly issues: readonly Issue[];
}

/** An issue with its catalogued severity and sentences. */
export function issue(code: IssueCode, pointer: string, data: Issue['data'] = {}): Issue {
  const { severity, ...message } = messages[code];
  return { code, severity, pointer, message, data };
}

/** The same finding with a check's own severity or words in place of the catalogued ones. */
export function issueWith(
  code: IssueCode,
  pointer: string,
  own: { readonly severity?: Severity; readonly message?: MessagePattern; readonly data?: Issue['data'] },
): Issue {
  return { ...issue(code, pointer, own.data), ...own };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((found) => found.severity === 'error');
}

/** `{ value, issues }` with the value withheld when an error stands among the issues. */
export function checked<Value>(value: Value, issues: readonly Issue[]): Checked<Value> {
  return hasErrors(issues) ? { issues } : { value, issues };
}
