import { issueWith, type Json } from '@paidan/engine/issue';
import type { CheckPlan } from '../compile/form-plan.ts';
import { patternOf, type RankedIssue } from './field-issue.ts';
import { isTrue } from './permission.ts';
import type { Sweep } from './sweep-state.ts';

/** Checks across fields that do not hold. One whose fields are all hidden is not asked: nobody could mend it. */
export function checkIssues(sweep: Sweep): readonly RankedIssue[] {
  return sweep.plan.checks.flatMap((check) => {
    const place = placeOf(check, sweep);
    if (place === undefined || !isAsked(check, sweep) || isTrue(check.assert(sweep.facts))) return [];
    return [issueOf(check, place, sweep)];
  });
}

function isAsked({ check }: CheckPlan, { context }: Sweep): boolean {
  return check.stages === undefined || check.stages.some((stage) => stage === context.stage);
}

function placeOf({ fields }: CheckPlan, sweep: Sweep) {
  return fields.flatMap((field) => sweep.instances.get(field) ?? []).find(({ isVisible }) => isVisible);
}

function issueOf(
  { id, check, data }: CheckPlan,
  place: { readonly pointer: string; readonly plan: { readonly rank: number } },
  sweep: Sweep,
): RankedIssue {
  const isConfirmed = sweep.context.acknowledged?.includes(id) === true;
  const mustConfirm = check.severity === 'warning' && check.confirm === true && !isConfirmed;
  const values: { [name: string]: Json } = { check: id };
  for (const [name, value] of data) values[name] = value(sweep.facts);
  const found = issueWith(mustConfirm ? 'form/not-confirmed' : 'form/check-failed', place.pointer, {
    severity: mustConfirm ? 'error' : (check.severity ?? 'error'),
    message: patternOf(check.message),
    data: values,
  });
  return { issue: found, rank: place.plan.rank, rows: [] };
}
