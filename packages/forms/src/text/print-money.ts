import type { Locale } from '@paidan/engine/issue';

const formats = new Map<Locale, Intl.NumberFormat>();

/** Whole cents as an amount of yuan, `¥1,234.50`. */
export function printMoney(cents: number, locale: Locale): string {
  const known = formats.get(locale);
  const format =
    known ??
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' });
  if (known === undefined) formats.set(locale, format);
  return format.format(cents / 100);
}
