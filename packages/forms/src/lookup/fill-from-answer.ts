import type { FieldPlan, FillPlan } from '../compile/form-plan.ts';
import type { LookupOutcome, Sweep } from '../evaluate/sweep-state.ts';
import { isEmpty } from '../fields/empty.ts';

/**
 * Writes what an answer fills. New parameters clear the old fill at once, so that an old warranty never stands beside
 * a new serial number; an outage or "no such thing" writes `otherwise`. What the record's schema refuses is not
 * written: a person could not correct another system's answer.
 */
export function fillFromAnswer(outcome: LookupOutcome, sweep: Sweep, isStale: boolean): void {
  const { plan, status, result } = outcome;
  if (isStale) for (const fill of plan.fill) sweep.draft.remove(fill.segments);
  if (status === 'done') {
    sweep.facts.result = result ?? null;
    for (const fill of plan.fill) write(fill, sweep, true);
    delete sweep.facts.result;
  } else if (status === 'absent' || status === 'deferred') {
    for (const fill of plan.otherwise) write(fill, sweep, false);
  }
  noteCheck(outcome, sweep, isStale);
}

function write({ segments, pointer, value, schema }: FillPlan, sweep: Sweep, isAnswer: boolean): void {
  const given = value(sweep.facts);
  if (!isEmpty(given) && schema?.holds(given) !== false) {
    sweep.draft.set(segments, given);
    sweep.filled.add(pointer);
  } else if (isAnswer && !isOpenToPeople(pointer, sweep)) sweep.draft.remove(segments);
}

/** A place with a field a person may fill keeps what they said where the answer says nothing. */
function isOpenToPeople(pointer: string, sweep: Sweep): boolean {
  const field: FieldPlan | undefined = sweep.plan.fields.find((plan) => plan.pointer === pointer);
  return field !== undefined && field.field.readOnly === undefined && field.kind.kind !== 'code';
}

function noteCheck({ plan, status }: LookupOutcome, sweep: Sweep, isStale: boolean): void {
  if (plan.checkAt === undefined) return;
  if (status === 'done' || status === 'absent' || status === 'deferred')
    sweep.draft.set(plan.checkAt, status);
  else if (isStale || status === 'due') sweep.draft.remove(plan.checkAt);
}
