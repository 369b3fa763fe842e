import type { Json } from './json.ts';

export type Locale = 'zh-CN' | 'en';

/** A sentence in every language, or one plain string that is the same in all of them. */
export type Text = string | { readonly [locale: string]: string };

/** The text in a language, falling back to Chinese, then to any. */
export function inLocale(text: Text | undefined, locale: Locale): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[locale] ?? text['zh-CN'] ?? text['en'] ?? '';
}

/** A pattern with `{name}` replaced from `data`; texts among the values are read in the same language. */
export function fillPattern(pattern: string, data: { readonly [key: string]: Json }, locale: Locale): string {
  return pattern.replace(/\{([A-Za-z][\w.]*)\}/g, (hole, name: string) => {
    const value = data[name];
    return value === undefined ? hole : sayValue(value, locale);
  });
}

function sayValue(value: Json, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value.map((one) => sayValue(one, locale)).join(locale === 'en' ? ', ' : '、');
  if (typeof value === 'object' && value !== null) return inLocale(value as Text, locale);
  return String(value);
}
