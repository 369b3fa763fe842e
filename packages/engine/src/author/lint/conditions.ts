import { operationOf, walkOperations } from '../../expression/expression.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';

/** Whether two conditions can be seen to be each other's opposite: `x` and not `x`, or `==` and `!=` of the same. */
export function areOpposite(one: Json, other: Json): boolean {
  return isNegationOf(one, other) || isNegationOf(other, one);
}

function isNegationOf(one: Json, other: Json): boolean {
  const operation = isJsonObject(one) ? operationOf(one) : undefined;
  if (operation === undefined) return false;
  const [first] = operation.operands;
  if (operation.operator === '!' && first !== undefined) return isSame(first, other);
  const against = isJsonObject(other) ? operationOf(other) : undefined;
  if (against === undefined || opposites[operation.operator] !== against.operator) return false;
  return isSame([...operation.operands], [...against.operands]);
}

const opposites: { readonly [operator: string]: string } = { '==': '!=', '===': '!==', '<': '>=', '>': '<=' };

/** Whether two rules are written the same. */
export function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A condition that holds for everything. */
export function isAlways(condition: Json | undefined): boolean {
  return condition === undefined || condition === true;
}

/** Every operation of a rule, outermost first. */
export function operationsIn(
  rule: Json,
): readonly { readonly operator: string; readonly operands: readonly Json[] }[] {
  const found: { readonly operator: string; readonly operands: readonly Json[] }[] = [];
  walkOperations(rule, (operation) => found.push(operation));
  return found;
}

/** The dotted name a bare `{ "var": "…" }` reads; `undefined` for anything else, a default included. */
export function bareRead(rule: Json | undefined): string | undefined {
  if (!isJsonObject(rule) || Object.keys(rule).length !== 1) return undefined;
  const name = rule['var'];
  if (typeof name === 'string') return name;
  return Array.isArray(name) && name.length === 1 && typeof name[0] === 'string' ? name[0] : undefined;
}
