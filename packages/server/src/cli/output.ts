import { formatIssue, type Issue } from '@paidan/engine/issue';
import type { Call, ExitCode } from './command.ts';

/** JSON for programs, or lines for people; never both. */
export function printResult(call: Call, json: unknown, lines: () => readonly string[]): void {
  call.print(call.json ? `${JSON.stringify(json, undefined, 2)}\n` : `${lines().join('\n')}\n`);
}

const marks = { error: '✗', warning: '!', info: 'i' } as const;

/** An issue in two lines: where, then what. */
export function issueLines(issues: readonly Issue[], call: Pick<Call, 'locale'>): readonly string[] {
  return issues.map((found) => {
    const where = found.pointer === '' ? '/' : found.pointer;
    return `${marks[found.severity]} ${where}  ${found.code}\n    ${formatIssue(found, call.locale)}`;
  });
}

export function countLine(issues: readonly Issue[], { locale }: Pick<Call, 'locale'>): string {
  const of = (severity: Issue['severity']) => issues.filter((found) => found.severity === severity).length;
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info')];
  return locale === 'en'
    ? `${errors} errors, ${warnings} warnings, ${notes} notes`
    : `错误 ${errors}，警告 ${warnings}，提示 ${notes}`;
}

export function exitCodeOf(issues: readonly Issue[]): ExitCode {
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}
