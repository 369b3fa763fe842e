import { isTrue } from '../../expression/coercion.ts';
import { valueOfRule } from '../../expression/compiled-once.ts';
import { absent, converted, type MappingFunction, setting, textOf, wrong } from './mapping-function.ts';

/** Choosing a value. A word the dictionary lacks counts as missing, so that the line's `missing` decides. */
export const choiceFunctions: { readonly [name: string]: MappingFunction } = {
  dictionary: (value, argument) => {
    const word = textOf(value);
    if (word === undefined) return wrong('text, a number or yes/no');
    const meaning = setting(argument, word);
    return meaning === undefined ? absent : converted(meaning);
  },
  constant: (_, argument) => converted(argument),
  coalesce: (value, argument, facts) => {
    if (value !== null) return converted(value);
    if (!Array.isArray(argument)) return wrong('a list of expressions');
    const found = argument.map((rule) => valueOfRule(rule, facts)).find((one) => one !== null);
    return found === undefined ? absent : converted(found);
  },
  when: (value, argument, facts) =>
    isTrue(valueOfRule(argument, { ...facts, value })) ? converted(value) : absent,
};
