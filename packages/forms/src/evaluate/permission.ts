import type { FieldPlan } from '../compile/form-plan.ts';
import type { Sweep } from './sweep-state.ts';

/** Intake without a person: rights and `for` concern people, and the step says who may send. */
const withoutPerson: ReadonlySet<string> = new Set(['device', 'import']);

/** Whether something marked `for` these roles is meant for the actor. */
export function isFor(roles: readonly string[] | undefined, sweep: Sweep): boolean {
  const { actor, channel = 'screen' } = sweep.context;
  if (roles === undefined || actor === undefined || withoutPerson.has(channel)) return true;
  return actor.roles.some((role) => roles.includes(role));
}

/** Whether one of the actor's roles may write this record pointer. */
export function mayWrite(pointer: string, sweep: Sweep): boolean {
  const { actor, channel = 'screen' } = sweep.context;
  const roles = sweep.plan.cut.roles;
  if (roles === undefined || actor === undefined || withoutPerson.has(channel)) return true;
  return actor.roles.some((role) =>
    roles[role]?.writes.some((allowed) => pointer === allowed || pointer.startsWith(`${allowed}/`)),
  );
}

/** Read-only for this person now: the stage, the field's own condition, or the role's rights say so. */
export function isReadOnly(plan: FieldPlan, pointer: string, sweep: Sweep): boolean {
  const demands = stageDemand(sweep);
  if (demands?.readOnly?.includes(plan.id) === true) return true;
  if (plan.readOnly !== undefined && isTrue(plan.readOnly(sweep.facts))) return true;
  return !mayWrite(pointer, sweep);
}

export function stageDemand(sweep: Sweep) {
  const stages: { readonly [stage: string]: { required: readonly string[]; readOnly?: readonly string[] } } =
    sweep.plan.cut.form.stages as never;
  const { stage } = sweep.context;
  return stage !== undefined && Object.hasOwn(stages, stage) ? stages[stage] : undefined;
}

/** Truthiness of JSON Logic: an empty list is false, the text "0" true. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
