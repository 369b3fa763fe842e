import { operationOf } from '../../../../expression/expression.ts';
import { freeVariables } from '../../../../expression/free-variables.ts';
import { issue } from '../../../../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../issue/json.ts';
import { bareRead } from '../../conditions.ts';
import { lintRule } from '../../rule.ts';

const orders = ['<', '<=', '>', '>='];

/**
 * A field that may be absent is not compared by size unguarded: `{"<": [null, 1]}` is true in JSON Logic. A default
 * (`{"var": ["record.n", 0]}`), or a test of the field earlier in the same `and` or `if`, is a guard.
 */
export const maybeMissing = lintRule('type/maybe-missing', ({ record }, { reading }) =>
  reading.marked.flatMap(({ is, pointer, value }) => {
    if (is !== 'expression') return [];
    const unguarded = [...new Set(unguardedReads(value, [], requiredFields(record)))];
    return unguarded.map((name) => issue('type/maybe-missing', pointer, { name }));
  }),
);

function requiredFields({ required }: JsonObject): readonly string[] {
  return Array.isArray(required) ? required.map((name) => `record.${String(name)}`) : [];
}

/** Names of the record compared by size where nothing before has looked whether they are there. */
function unguardedReads(
  rule: Json,
  tested: readonly string[],
  required: readonly string[],
): readonly string[] {
  if (Array.isArray(rule)) return rule.flatMap((one) => unguardedReads(one, tested, required));
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  if (operation === undefined) return [];
  const { operator, operands } = operation;
  if (orders.includes(operator)) {
    const names = operands.flatMap((operand) => bareRead(operand) ?? []);
    return names.filter(
      (name) => name.startsWith('record.') && !tested.includes(name) && !required.includes(name),
    );
  }
  const isInTurn = operator === 'and' || operator === 'or' || operator === 'if';
  return operands.flatMap((operand, index) => {
    const before = isInTurn ? operands.slice(0, index).flatMap((one) => freeVariables(one)) : [];
    return unguardedReads(operand, [...tested, ...before], required);
  });
}
