import type { Json } from '../../issue/json.ts';
import { isTrue } from '../coercion.ts';
import { isList } from '../expression.ts';
import { type OperatorCompiler, operand } from './closure.ts';

const empty: readonly Json[] = [];

/** Operators that evaluate their second argument per element, with the element as its only facts. */
export const iteratorCompilers: { readonly [operator: string]: OperatorCompiler } = {
  map: (operands) => {
    const [items, each] = [listOf(operands), operand(operands, 1)];
    return (scope, facts) => items(scope, facts).map((item) => each(item, facts));
  },
  filter: (operands) => {
    const [items, each] = [listOf(operands), operand(operands, 1)];
    return (scope, facts) => items(scope, facts).filter((item) => isTrue(each(item, facts)));
  },
  reduce: (operands) => {
    const [items, each, initial] = [listOf(operands), operand(operands, 1), operand(operands, 2)];
    return (scope, facts) => {
      const list = items(scope, facts);
      const pair: { current: Json; accumulator: Json } = {
        current: null,
        accumulator: initial(scope, facts),
      };
      for (let i = 0; i < list.length; i += 1) {
        pair.current = list[i] ?? null;
        pair.accumulator = each(pair, facts);
      }
      return pair.accumulator;
    };
  },
  all: (operands) => {
    const [items, each] = [listOf(operands), operand(operands, 1)];
    return (scope, facts) => {
      const list = items(scope, facts);
      return list.length > 0 && list.every((item) => isTrue(each(item, facts)));
    };
  },
  some: (operands) => {
    const [items, each] = [listOf(operands), operand(operands, 1)];
    return (scope, facts) => items(scope, facts).some((item) => isTrue(each(item, facts)));
  },
  none: (operands) => {
    const [items, each] = [listOf(operands), operand(operands, 1)];
    return (scope, facts) => !items(scope, facts).some((item) => isTrue(each(item, facts)));
  },
};

function listOf(
  operands: Parameters<OperatorCompiler>[0],
): (...at: Parameters<ReturnType<OperatorCompiler>>) => readonly Json[] {
  const source = operand(operands, 0);
  return (scope, facts) => {
    const value = source(scope, facts);
    return isList(value) ? value : empty;
  };
}
