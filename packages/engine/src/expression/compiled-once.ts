import type { Json } from '../issue/json.ts';
import { type CompiledExpression, compileExpression } from './compile-expression.ts';
import type { Facts } from './expression.ts';

const compiled = new WeakMap<object, CompiledExpression>();

/** The value of a rule that is read again and again from the same document: compiled at its first use. */
export function valueOfRule(rule: Json, facts: Facts): Json {
  if (typeof rule !== 'object' || rule === null) return rule;
  const known = compiled.get(rule) ?? compileExpression(rule);
  compiled.set(rule, known);
  return known(facts);
}
