import type { Json } from '../../issue/json.ts';
import { isBefore, isNotAfter, isTrue, looselyEqual } from '../coercion.ts';
import { type Closure, type OperatorCompiler, operand } from './closure.ts';

/** Choosing, joining and comparing. Each is its own closure, so that the engine's inline caches stay apart. */
export const logicCompilers: { readonly [operator: string]: OperatorCompiler } = {
  if: (operands) => compileIf(operands),
  and: (operands) => {
    const last = operand(operands, operands.length - 1);
    const earlier = operands.slice(0, -1);
    return (scope, facts) => {
      for (let i = 0; i < earlier.length; i += 1) {
        const value = operand(earlier, i)(scope, facts);
        if (!isTrue(value)) return value;
      }
      return last(scope, facts);
    };
  },
  or: (operands) => {
    const last = operand(operands, operands.length - 1);
    const earlier = operands.slice(0, -1);
    return (scope, facts) => {
      for (let i = 0; i < earlier.length; i += 1) {
        const value = operand(earlier, i)(scope, facts);
        if (isTrue(value)) return value;
      }
      return last(scope, facts);
    };
  },
  '!':
    ([value = nothing]) =>
    (scope, facts) =>
      !isTrue(value(scope, facts)),
  '!!':
    ([value = nothing]) =>
    (scope, facts) =>
      isTrue(value(scope, facts)),
  '==':
    ([a = nothing, b = nothing]) =>
    (scope, facts) =>
      looselyEqual(a(scope, facts), b(scope, facts)),
  '!=':
    ([a = nothing, b = nothing]) =>
    (scope, facts) =>
      !looselyEqual(a(scope, facts), b(scope, facts)),
  '===':
    ([a = nothing, b = nothing]) =>
    (scope, facts) =>
      a(scope, facts) === b(scope, facts),
  '!==':
    ([a = nothing, b = nothing]) =>
    (scope, facts) =>
      a(scope, facts) !== b(scope, facts),
  '>':
    ([a = nothing, b = nothing]) =>
    (scope, facts) => {
      const left = a(scope, facts);
      return isBefore(b(scope, facts), left);
    },
  '>=':
    ([a = nothing, b = nothing]) =>
    (scope, facts) => {
      const left = a(scope, facts);
      return isNotAfter(b(scope, facts), left);
    },
  '<': (operands) => compileOrdered(operands, isBefore),
  '<=': (operands) => compileOrdered(operands, isNotAfter),
};

const nothing: Closure = () => null;

function compileIf(operands: readonly Closure[]): Closure {
  const [condition = nothing, then = nothing, ...others] = operands;
  const otherwise = others.length > 1 ? compileIf(others) : (others[0] ?? nothing);
  return (scope, facts) => (isTrue(condition(scope, facts)) ? then(scope, facts) : otherwise(scope, facts));
}

function compileOrdered(operands: readonly Closure[], holds: (a: Json, b: Json) => boolean): Closure {
  const [a = nothing, b = nothing, c] = operands;
  if (c === undefined) return (scope, facts) => holds(a(scope, facts), b(scope, facts));
  return (scope, facts) => {
    const low = a(scope, facts);
    const middle = b(scope, facts);
    const high = c(scope, facts);
    return holds(low, middle) && holds(middle, high);
  };
}
