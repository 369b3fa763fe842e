import type { Json } from '../issue/json.ts';
import { compileExpression } from './compile-expression.ts';
import type { Facts } from './expression.ts';
import { nameReader } from './read-name.ts';

/** A value with what it rests on: exactly the free variables of the rule, absent ones as null. */
export interface ExpressionTrace {
  readonly value: Json;
  readonly reads: { readonly [name: string]: Json };
}

/** Evaluates a rule and tells which facts it read, for explanations and journals. Faults as `compileExpression`. */
export function traceExpression(rule: Json, facts: Facts): ExpressionTrace {
  const compiled = compileExpression(rule);
  const reads = compiled.reads.map((name) => [name, nameReader(name)(facts) ?? null] as const);
  return { value: compiled(facts), reads: Object.fromEntries(reads) };
}
