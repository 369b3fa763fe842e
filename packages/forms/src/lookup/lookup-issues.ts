import { issue, issueWith, segmentsOf } from '@paidan/engine/issue';
import { overlaps } from '../compile/dependency-index.ts';
import { patternOf, type RankedIssue } from '../evaluate/field-issue.ts';
import type { LookupOutcome, Sweep } from '../evaluate/sweep-state.ts';

/** Forced lookups that have not run for the present parameters, and answers that say "there is no such thing". */
export function lookupIssues(sweep: Sweep): readonly RankedIssue[] {
  return [...sweep.lookups.values()].flatMap((outcome) => [
    ...notRun(outcome, sweep),
    ...answeredAbsent(outcome, sweep),
  ]);
}

function notRun({ plan, status }: LookupOutcome, sweep: Sweep): readonly RankedIssue[] {
  if (plan.lookup.mustRun !== true || (status !== 'idle' && status !== 'due')) return [];
  if (!isWanted(plan.id, sweep)) return [];
  const { rank } = rankOf(plan.pointer, sweep);
  return [{ issue: issue('form/check-not-run', plan.pointer, { lookup: plan.id }), rank, rows: [] }];
}

/** The lookup behind a one-time code is only demanded where the code is asked for. */
function isWanted(id: string, sweep: Sweep): boolean {
  const code = sweep.plan.fields.find((plan) => plan.id === id && plan.kind.kind === 'code');
  return code === undefined || (sweep.instances.get(code)?.some(({ isVisible }) => isVisible) ?? false);
}

function answeredAbsent({ plan, status }: LookupOutcome, sweep: Sweep): readonly RankedIssue[] {
  const { absent } = plan.lookup;
  if (absent === undefined || status !== 'absent') return [];
  const field = sweep.plan.fields.find(({ id }) => id === absent.at);
  if (field === undefined) return [];
  const isConfirmed = sweep.context.acknowledged?.includes(plan.id) === true;
  const mustConfirm = absent.confirm === true && !isConfirmed;
  const found = issueWith(mustConfirm ? 'form/not-confirmed' : 'form/answer-absent', field.pointer, {
    severity: mustConfirm ? 'error' : (absent.severity ?? 'warning'),
    message: patternOf(absent.message),
    data: { lookup: plan.id, field: field.id, label: field.field.label },
  });
  return [{ issue: found, rank: field.rank, rows: [] }];
}

function rankOf(pointer: string, sweep: Sweep): { readonly rank: number } {
  const place = segmentsOf(pointer);
  return sweep.plan.fields.find(({ segments }) => overlaps(segments, place)) ?? { rank: -1 };
}
