import type { Field } from '@paidan/engine/definition';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** E.164 by the mobile numbering plans; full width, blanks, `+86` and `0086` are read. */
export const phoneKind: FieldKindDescriptor = {
  kind: 'phone',
  normalise(value, { field }) {
    if (typeof value !== 'string') return value ?? undefined;
    const typed = value.normalize('NFKC').trim();
    if (typed === '') return undefined;
    const number = parsePhoneNumberFromString(typed.replace(/^00(?=[1-9])/, '+'), regionOf(field));
    return number?.isPossible() === true ? number.number : typed;
  },
  verify(value, { field }) {
    if (typeof value !== 'string') return [];
    const number = parsePhoneNumberFromString(value, regionOf(field));
    if (number?.isPossible() !== true) return [{ code: 'form/wrong-shape' }];
    return number.isValid() ? [] : [{ code: 'form/unassigned-number' }];
  },
};

function regionOf(field: Field): CountryCode {
  const region = field.options?.region ?? 'CN';
  return isSupportedCountry(region) ? region : 'CN';
}
