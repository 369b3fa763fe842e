import type { Json } from '@paidan/engine/issue';

const phonePattern = /^(?:\+\d{1,3}[ -]?)?(\d[\d -]{5,}\d)$/;

/**
 * A personal value in shortened form: `138****5678` for a phone number, `王**` for other text. What has no short form is
 * withheld. `kind` is the record's `x-pii`.
 */
export function maskText(value: Json, kind: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const phone = kind === 'phone' || kind === undefined ? maskPhone(value) : undefined;
  if (phone !== undefined) return phone;
  const [first = ''] = value;
  return `${first}**`;
}

function maskPhone(value: string): string | undefined {
  // A number of the mainland is written without its +86.
  const local = value.replace(/^\+86[ -]?/, '');
  const digits = phonePattern.exec(local)?.[1]?.replace(/\D/g, '');
  if (digits === undefined) return undefined;
  const head = digits.length >= 10 ? 3 : 1;
  const tail = digits.length >= 10 ? 4 : 2;
  return `${digits.slice(0, head)}****${digits.slice(-tail)}`;
}
