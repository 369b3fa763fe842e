import type { Issue } from '@paidan/engine/issue';
import type { RankedIssue } from './field-issue.ts';

const weight = { error: 0, warning: 1, info: 2 } as const;

/**
 * The total order of issues: field as people see it, row, severity, code, check id, pointer. Equal issues stand once,
 * and a form-wide one before those of fields.
 */
export function orderIssues(ranked: readonly RankedIssue[]): readonly Issue[] {
  const sorted = ranked.toSorted(compare);
  const seen = new Set<string>();
  return sorted.flatMap(({ issue }) => {
    const key = `${issue.code} ${issue.pointer} ${idOf(issue)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [issue];
  });
}

function compare(one: RankedIssue, other: RankedIssue): number {
  return (
    one.rank - other.rank ||
    compareRows(one.rows, other.rows) ||
    weight[one.issue.severity] - weight[other.issue.severity] ||
    compareText(one.issue.code, other.issue.code) ||
    compareText(idOf(one.issue), idOf(other.issue)) ||
    compareText(one.issue.pointer, other.issue.pointer)
  );
}

function compareRows(one: readonly string[], other: readonly string[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const [left = '', right = ''] = [one[index], other[index]];
    const difference = Number(left) - Number(right);
    const order = Number.isNaN(difference) ? compareText(left, right) : difference;
    if (order !== 0) return order;
  }
  return 0;
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function idOf({ data }: Issue): string {
  const id = data['check'] ?? data['lookup'];
  return typeof id === 'string' ? id : '';
}
