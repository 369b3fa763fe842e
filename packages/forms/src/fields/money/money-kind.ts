import type { FieldKindDescriptor } from '../field-kind.ts';
import { readDecimal } from '../number/decimal.ts';

/** Money: a number is whole cents already, typed text is yuan with at most two decimals and becomes cents. */
export const moneyKind: FieldKindDescriptor = {
  kind: 'money',
  normalise(value) {
    if (typeof value !== 'string') return value ?? undefined;
    if (value.trim() === '') return undefined;
    const decimal = readDecimal(value);
    const fraction = decimal?.fraction.replace(/0+$/, '');
    if (decimal === undefined || fraction === undefined || fraction.length > 2) return value;
    const cents = Number(`${decimal.whole}${fraction.padEnd(2, '0')}`);
    return Number.isSafeInteger(cents) ? (decimal.isNegative ? 0 - cents : cents) : value;
  },
};
