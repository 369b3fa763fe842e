import { hashOfJson } from '../../canonical/sha256.ts';
import { isTrue } from '../../expression/coercion.ts';
import { valueOfRule } from '../../expression/compiled-once.ts';
import { nameReader } from '../../expression/read-name.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import { absent, converted, type MappingFunction, onList, textOf, wrong } from './mapping-function.ts';

/** Lists and objects. Inside `filter` and `object` the expression reads `value` besides the facts. */
export const shapeFunctions: { readonly [name: string]: MappingFunction } = {
  at: (value, argument) => {
    const name = typeof argument === 'number' ? String(argument) : argument;
    if (typeof name !== 'string') return wrong('a position or a dotted name');
    const found = nameReader(name)(value);
    return found === undefined ? absent : converted(found);
  },
  filter: onList((list, rule, facts) =>
    converted(list.filter((item) => isTrue(valueOfRule(rule, { ...facts, value: item })))),
  ),
  first: onList(([first]) => (first === undefined ? absent : converted(first))),
  join: onList((list, separator) => {
    const texts = list.map(textOf);
    if (typeof separator !== 'string' || texts.includes(undefined))
      return wrong('a list of texts, and a separator');
    return converted(texts.join(separator));
  }),
  count: onList((list) => converted(list.length)),
  object: (value, argument, facts) => {
    if (!isJsonObject(argument)) return wrong('an object of expressions');
    const scope = { ...facts, value };
    return converted(
      Object.fromEntries(Object.entries(argument).map(([key, rule]) => [key, valueOfRule(rule, scope)])),
    );
  },
  hash: (value) =>
    isWellFormed(value) ? converted(hashOfJson(value)) : wrong('text without broken characters'),
};

/** Whether every text is whole Unicode: half of a surrogate pair, which JSON can carry, has no canonical form. */
function isWellFormed(value: Json): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => key.isWellFormed() && isWellFormed(part));
}
