import type { Field } from '@paidan/engine/definition';
import examples from 'libphonenumber-js/examples.mobile.json';
import {
  type CountryCode,
  getExampleNumber,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/mobile';
import type { FieldKindDescriptor } from '../field-kind.ts';

/** E.164 by the mobile numbering plans; full width, blanks, `+86` and `0086` are read. */
export const phoneKind: FieldKindDescriptor = {
  kind: 'phone',
  normalise(value, { field }) {
    if (typeof value !== 'string') return value ?? undefined;
    const typed = value.normalize('NFKC').trim();
    if (typed === '') return undefined;
    const number = parsePhoneNumberFromString(typed.replace(/^00(?=[1-9])/, '+'), regionOf(field));
    return number !== undefined && isMobileLength(number, field) ? number.number : typed;
  },
  verify(value, { field }) {
    if (typeof value !== 'string') return [];
    const number = parsePhoneNumberFromString(value, regionOf(field));
    if (number === undefined || !isMobileLength(number, field)) return [{ code: 'form/wrong-shape' }];
    return number.isValid() ? [] : [{ code: 'form/unassigned-number' }];
  },
};

/**
 * As long as mobile numbers of its country are. The library's `isPossible` counts fixed lines too, so it lets ten
 * digits pass in China; its `isValid` refuses ranges that may be in use by tomorrow.
 */
function isMobileLength(number: PhoneNumber, field: Field): boolean {
  if (number.isValid()) return true;
  const example = getExampleNumber(number.country ?? regionOf(field), examples);
  return example !== undefined && number.nationalNumber.length === example.nationalNumber.length;
}

function regionOf(field: Field): CountryCode {
  const region = field.options?.region ?? 'CN';
  return isSupportedCountry(region) ? region : 'CN';
}
