import { isJsonObject, type Json } from '@paidan/engine/issue';
import type { ChoicePlan, FieldPlan } from '../compile/form-plan.ts';
import { isTrue } from './permission.ts';
import type { OfferedChoice, Sweep } from './sweep-state.ts';

type Offered = readonly (ChoicePlan | OfferedChoice)[];

/** The choices offered now; `undefined` where nothing can be said, as before a lookup has answered. */
export function offeredChoices(plan: FieldPlan, sweep: Sweep): Offered | undefined {
  const { choicesFrom } = plan.field;
  if (choicesFrom !== undefined) return listedChoices(choicesFrom, sweep);
  if (plan.choices.length === 0) return undefined;
  return plan.choices.filter(({ visible }) => visible === undefined || isTrue(visible(sweep.facts)));
}

function listedChoices(
  from: { readonly lookup: string; readonly list: string },
  sweep: Sweep,
): Offered | undefined {
  const outcome = sweep.lookups.get(from.lookup);
  if (outcome?.status !== 'done' || !isJsonObject(outcome.result)) return undefined;
  const list = outcome.result[from.list];
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((item: Json) => {
    const id = isJsonObject(item) ? item['id'] : undefined;
    if (typeof id !== 'string' || !isJsonObject(item)) return [];
    return [{ id, label: item['label'] ?? item['name'] ?? id }];
  });
}

/** Whether a value holds a choice that is not offered. Yes/no values have no list. */
export function refusedChoice(value: Json | undefined, offered: Offered): boolean {
  if (value === undefined || typeof value === 'boolean') return false;
  const chosen = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return !chosen.every((one) => offered.some(({ id }) => id === one));
}
