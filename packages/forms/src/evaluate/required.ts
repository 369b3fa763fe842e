import { isTrue, stageDemand } from './permission.ts';
import { atRow } from './row-places.ts';
import type { FieldInstance, Sweep } from './sweep-state.ts';

/** Demanded by the stage, by the root of the record, or by the field's own condition. */
export function isRequired({ plan, place }: FieldInstance, sweep: Sweep): boolean {
  if (stageDemand(sweep)?.required.includes(plan.id) === true) return true;
  if (plan.isOfRootDemand) return true;
  const { required } = plan;
  return required !== undefined && atRow(place, sweep, () => isTrue(required(sweep.facts)));
}
