import type { Field } from '@paidan/engine/definition';
import { checkExpression, compileExpression } from '@paidan/engine/expression';
import type { Issue, Json } from '@paidan/engine/issue';
import type { Condition } from './form-plan.ts';

/** Reads conditions of one form: checks them against the profile, makes closures, and notes what each reads. */
export interface ConditionReader {
  /** `undefined` for an absent rule or one the profile refuses; constants become constant closures. */
  read(rule: Json | undefined, pointer: string): Condition | undefined;
  /** The dotted names a condition made here reads. */
  readsOf(condition: Condition | undefined): readonly string[];
}

export function conditionReader(issues: Issue[]): ConditionReader {
  const reads = new Map<Condition, readonly string[]>();
  return {
    read(rule, pointer) {
      if (rule === undefined) return undefined;
      const found = checkExpression(rule, pointer);
      issues.push(...found);
      if (found.length > 0) return undefined;
      const condition = compileExpression(rule);
      reads.set(condition, condition.reads);
      return condition;
    },
    readsOf: (condition) => (condition === undefined ? [] : (reads.get(condition) ?? [])),
  };
}

type Conditions = { -readonly [Property in 'visible' | 'required' | 'readOnly' | 'value']?: Condition };

/** The four conditions of a field; a property that is not said is left out. */
export function demandReader(reader: ConditionReader, here: string, field: Field): Conditions {
  const conditions: Conditions = {};
  for (const property of ['visible', 'required', 'readOnly', 'value'] as const) {
    const condition = reader.read(field[property], `${here}/${property}`);
    if (condition !== undefined) conditions[property] = condition;
  }
  return conditions;
}
