import type { Json } from '../issue/json.ts';
import { isList, type Operation, walkOperations } from './expression.ts';

/**
 * The dotted names a rule reads from its facts, each once, in document order. Names inside an iterator belong to the
 * element and are not free. `now` reads `at`; `today` reads `at` and `timeZone`.
 */
export function freeVariables(rule: Json): readonly string[] {
  const names = new Set<string>();
  walkOperations(rule, (operation, inside) => {
    for (const name of clockNames(operation)) names.add(name);
    if (inside === undefined) for (const name of namesRead(operation)) names.add(name);
  });
  return [...names];
}

function namesRead({ operator, operands }: Operation): readonly string[] {
  if (operator === 'var') return operands.slice(0, 1).filter(isText);
  if (operator === 'missing') return operands.filter(isText);
  const list = operator === 'missing_some' ? operands[1] : undefined;
  return list !== undefined && isList(list) ? list.filter(isText) : [];
}

function clockNames({ operator }: Operation): readonly string[] {
  if (operator === 'now') return ['at'];
  return operator === 'today' ? ['at', 'timeZone'] : [];
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}
