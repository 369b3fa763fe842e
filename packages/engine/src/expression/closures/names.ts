import type { Json } from '../../issue/json.ts';
import { nowOf, todayOf } from '../dates.ts';
import { isList } from '../expression.ts';
import { nameReader } from '../read-name.ts';
import { type OperatorCompiler, operand } from './closure.ts';

/** Operators that read the facts by name. */
export const nameCompilers: { readonly [operator: string]: OperatorCompiler } = {
  var: (operands, { operands: [name] }) => {
    const read = nameReader(String(name));
    const fallback = operands[1];
    if (fallback === undefined) return (scope) => read(scope) ?? null;
    return (scope, facts) => {
      const otherwise = fallback(scope, facts);
      const value = read(scope);
      return value === undefined ? otherwise : value;
    };
  },
  missing: (_, { operands }) => {
    const find = missingNames(operands);
    return (scope) => find(scope);
  },
  missing_some: (operands, { operands: [, names] }) => {
    const least = operand(operands, 0);
    const list = names !== undefined && isList(names) ? names : [];
    const find = missingNames(list);
    return (scope, facts) => {
      const missing = find(scope);
      return list.length - missing.length >= Number(least(scope, facts)) ? [] : missing;
    };
  },
  now: () => (_, facts) => nowOf(facts),
  today: () => (_, facts) => todayOf(facts),
};

/** The names that are absent, null or an empty text; false and 0 are there. */
function missingNames(names: readonly Json[]): (scope: unknown) => readonly Json[] {
  const readers = names.map((name) => nameReader(String(name)));
  return (scope) =>
    names.filter((_, index) => {
      const value = readers[index]?.(scope) ?? null;
      return value === null || value === '';
    });
}
