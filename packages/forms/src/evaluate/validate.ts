import { issue } from '@paidan/engine/issue';
import { lookupIssues } from '../lookup/lookup-issues.ts';
import { checkIssues } from './checks.ts';
import { type FieldFinding, fieldIssue, type RankedIssue } from './field-issue.ts';
import { unknownNames } from './forged.ts';
import { orderIssues } from './issue-order.ts';
import { stageDemand } from './permission.ts';
import { isRequired } from './required.ts';
import { schemaFindings } from './schema-findings.ts';
import type { FieldInstance, Sweep, SweepFinding } from './sweep-state.ts';

/** Every issue of a settled form at its stage, in the total order. */
export function issuesOf(sweep: Sweep) {
  const demand = stageDemand(sweep);
  const { stage } = sweep.context;
  if (stage !== undefined && demand === undefined) return [issue('form/wrong-stage', '', { stage })];
  const sent = [...sweep.findings, ...unknownNames(sweep.plan, sweep.values)].map(sentIssue);
  const refused = new Set(sweep.findings.map(({ pointer }) => pointer));
  const fields = sweep.plan.fields.flatMap((plan) =>
    (sweep.instances.get(plan) ?? []).flatMap((instance) => fieldFindings(instance, sweep, refused)),
  );
  return orderIssues([...sent, ...fields.map(fieldIssue), ...checkIssues(sweep), ...lookupIssues(sweep)]);
}

function sentIssue({ plan, pointer, rows = [], code, data = {} }: SweepFinding): RankedIssue {
  if (plan !== undefined) return fieldIssue({ plan, pointer, rows, code, data });
  return { issue: issue(code, pointer, data), rank: -1, rows };
}

function fieldFindings(
  instance: FieldInstance,
  sweep: Sweep,
  refused: ReadonlySet<string>,
): readonly FieldFinding[] {
  const { plan, pointer, segments, rows, isVisible } = instance;
  if (plan.pointer === '') return [];
  const value = sweep.draft.get(segments);
  if (value === undefined) {
    const isDemanded = isVisible && !refused.has(pointer) && isRequired(instance, sweep);
    return isDemanded ? [{ plan, pointer, rows, code: 'form/required' }] : [];
  }
  if (!isVisible && plan.field.whenHidden !== 'keep') return [];
  const own = plan.kind.verify?.(value, plan.setting, { record: sweep.draft.root }) ?? [];
  const found = own.map(({ at = '', ...finding }) => ({ plan, rows, pointer: pointer + at, ...finding }));
  // A row field's value is judged by its container's schema, which also knows the shape of the row.
  if (plan.container !== undefined || plan.schema?.holds(value) !== false) return found;
  const wrong = own
    .filter(({ code }) => code !== 'form/unassigned-number')
    .map(({ at = '' }) => pointer + at);
  const broken = schemaFindings(plan, pointer, rows, value);
  // What the kind has said about a place in its own words, the schema need not say again.
  return [...found, ...broken.filter((finding) => !wrong.some((at) => finding.pointer.startsWith(at)))];
}
