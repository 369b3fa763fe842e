import { valueOperators } from '../../expression/values.ts';
import type { Json } from '../../issue/json.ts';
import { converted, type MappingFunction, setting, wrong } from './mapping-function.ts';

const decimal = /^[+-]?\d{1,15}(\.\d{1,15})?$/;

/** Numbers and yes/no. */
export const numberFunctions: { readonly [name: string]: MappingFunction } = {
  number: (value) => {
    if (typeof value === 'number') return converted(value);
    const text = typeof value === 'string' ? value.trim().replaceAll(',', '') : '';
    return decimal.test(text)
      ? converted(Number(text))
      : wrong('a decimal number, thousands apart by commas at most');
  },
  round: (value, argument) => {
    const rounded = roundTo(
      value,
      typeof argument === 'number' ? argument : (setting(argument, 'places') ?? 0),
    );
    return rounded === null ? wrong('a number, and 0 to 6 places') : converted(rounded);
  },
  scale: (value, argument) => {
    if (typeof value !== 'number' || typeof argument !== 'number') return wrong('a number, and the factor');
    // Six places keep 19.99 times 100 at 1999 instead of 1998.9999999999998.
    const product = roundTo(value * argument, 6);
    return product === null ? wrong('a product that is finite') : converted(product);
  },
  yesNo: (value, argument) => {
    if (typeof value === 'boolean') return converted(value);
    const yes = setting(argument, 'yes') ?? ['true', 'yes', 'Y', '1', 1, '是'];
    const no = setting(argument, 'no') ?? ['false', 'no', 'N', '0', 0, '否'];
    if (Array.isArray(yes) && yes.includes(value)) return converted(true);
    return Array.isArray(no) && no.includes(value)
      ? converted(false)
      : wrong('one of the words for yes and no');
  },
};

function roundTo(value: Json, places: Json): Json {
  return valueOperators['round']?.(value, places) ?? null;
}
