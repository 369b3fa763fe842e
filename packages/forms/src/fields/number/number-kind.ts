import type { FieldKindDescriptor } from '../field-kind.ts';
import { readDecimal } from './decimal.ts';

/** A number in the unit the field names; typed text is read as a decimal number. */
export const numberKind: FieldKindDescriptor = {
  kind: 'number',
  normalise(value) {
    if (typeof value !== 'string') return value ?? undefined;
    if (value.trim() === '') return undefined;
    const decimal = readDecimal(value);
    if (decimal === undefined) return value;
    const number = Number(`${decimal.isNegative ? '-' : ''}${decimal.whole}.${decimal.fraction || '0'}`);
    return Number.isFinite(number) ? number + 0 : value;
  },
};
