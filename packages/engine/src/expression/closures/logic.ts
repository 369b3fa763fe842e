import type { Json } from '../../issue/json.ts';
import { isBefore, isNotAfter, isTrue, looselyEqual } from '../coercion.ts';
import type { Closure, OperatorCompiler } from './closure.ts';

/** Choosing, joining and comparing. Each is its own closure, so that the engine's inline caches stay apart. */
export const logicCompilers: { readonly [operator: string]: OperatorCompiler } = {
  if: (operands) => compileIf(operands),
  and: (operands) =>
    operands.reduceRight((rest, value) => (scope, facts) => {
      const found = value(scope, facts);
      return isTrue(found) ? rest(scope, facts) : found;
    }),
  or: (operands) =>
    operands.reduceRight((rest, value) => (scope, facts) => {
      const found = value(scope, facts);
      return isTrue(found) ? found : rest(scope, facts);
    }),
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
