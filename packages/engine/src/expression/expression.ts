import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';

/**
 * What an expression reads: plain JSON by root name. Two names are reserved: `at`, the ISO instant that `now` and
 * `today` read, and `timeZone`, the IANA zone in which `today` is a date. Neither is a clock; both are handed in.
 */
export type Facts = { readonly [root: string]: unknown };

/** One operator with its arguments; a lone argument may stand without its list. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Json[];
}

/** The operation an object of a rule stands for, `undefined` unless it has exactly one key. */
export function operationOf(rule: JsonObject): Operation | undefined {
  const [operator, ...others] = Object.keys(rule);
  if (operator === undefined || others.length > 0) return undefined;
  const value = rule[operator] ?? null;
  return { operator, operands: isList(value) ? value : [value] };
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Calls `visit` for every operation of a rule, outermost first; `inside` names the iterator it is evaluated in. */
export function walkOperations(
  rule: Json,
  visit: (operation: Operation, inside: string | undefined) => void,
  inside?: string,
): void {
  if (isList(rule)) {
    for (const item of rule) walkOperations(item, visit, inside);
    return;
  }
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  if (operation === undefined) return;
  visit(operation, inside);
  for (const [index, operand] of operation.operands.entries()) {
    const within = isIterator(operation.operator) && index === 1 ? operation.operator : inside;
    walkOperations(operand, visit, within);
  }
}

const iterators: ReadonlySet<string> = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none']);

/** Whether an operator evaluates its second argument once per element, with the element as its only facts. */
export function isIterator(operator: string): boolean {
  return iterators.has(operator);
}
