import {
  type Issue,
  type IssueCode,
  isJsonObject,
  issueWith,
  type JsonObject,
  type Severity,
  type Text,
} from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';

/** An issue with the place in the form's order that sorts it. */
export interface RankedIssue {
  readonly issue: Issue;
  readonly rank: number;
  readonly rows: readonly string[];
}

export interface FieldFinding {
  readonly plan: FieldPlan;
  readonly pointer: string;
  readonly rows: readonly string[];
  readonly code: IssueCode;
  readonly severity?: Severity;
  /** The schema keyword behind the finding, by which a field may have its own words. */
  readonly keyword?: string;
  readonly data?: JsonObject;
}

/** An issue at a field, with its label and, in a row, the row's; the field's own words replace the catalogued ones. */
export function fieldIssue(finding: FieldFinding): RankedIssue {
  const { plan, pointer, rows, code, severity, keyword, data } = finding;
  const { field, id } = plan;
  const words = field.messages?.[keyword ?? ''] ?? field.messages?.[code.slice('form/'.length)];
  const row = rowLabel(plan, rows);
  const found = issueWith(code, pointer, {
    data: { field: id, label: field.label, ...(row === undefined ? {} : { row }), ...data },
    ...(severity === undefined ? {} : { severity }),
    ...(words === undefined ? {} : { message: patternOf(words) }),
  });
  return { issue: found, rank: plan.rank, rows };
}

/** A text as the pattern of an issue: a plain string is the same in every language. */
export function patternOf(text: Text): Issue['message'] {
  if (typeof text === 'string') return { 'zh-CN': text, en: text };
  const zh = text['zh-CN'] ?? text['en'] ?? '';
  return { 'zh-CN': zh, en: text['en'] ?? zh };
}

function rowLabel({ container }: FieldPlan, rows: readonly string[]): Text | number | undefined {
  const row = rows.at(-1);
  if (container === undefined || row === undefined) return undefined;
  const labels = container.field.options?.rows;
  if (isJsonObject(labels)) return (labels[row] as Text | undefined) ?? row;
  return Number(row) + 1;
}
