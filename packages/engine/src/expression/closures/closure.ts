import type { Json } from '../../issue/json.ts';
import type { Facts, Operation } from '../expression.ts';

/** One node of a compiled rule: `scope` is what `var` reads, the element inside an iterator, else the facts. */
export type Closure = (scope: unknown, facts: Facts) => Json;

/** Makes the closure of one operator from those of its arguments. */
export type OperatorCompiler = (operands: readonly Closure[], operation: Operation) => Closure;

const nothing: Closure = () => null;

/** An argument by position; the profile has checked how many there are. */
export function operand(operands: readonly Closure[], position: number): Closure {
  return operands[position] ?? nothing;
}
