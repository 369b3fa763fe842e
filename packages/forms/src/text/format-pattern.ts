import {
  inLocale,
  isJsonObject,
  type Json,
  type Locale,
  type MessagePattern,
  type Text,
} from '@paidan/engine/issue';
import { IntlMessageFormat } from 'intl-messageformat';

const formats = new Map<string, IntlMessageFormat>();

/**
 * A pattern (ICU MessageFormat: `{name}`, plural, select) as a sentence. Every placeholder gets a value, an absent one
 * 「—」, and a pattern that is none is shown as it is written: no wording can break a page.
 */
export function formatPattern(
  pattern: Text | MessagePattern | undefined,
  data: { readonly [name: string]: Json },
  locale: Locale,
): string {
  const written = inLocale(typeof pattern === 'object' ? { ...pattern } : pattern, locale);
  if (!written.includes('{')) return written;
  try {
    const format = formatOf(written, locale);
    return String(format.format({ ...namesIn(written), ...sayAll(data, locale) }));
  } catch {
    return written;
  }
}

function formatOf(pattern: string, locale: Locale): IntlMessageFormat {
  const key = `${locale} ${pattern}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
  formats.set(key, format);
  return format;
}

function namesIn(pattern: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    [...pattern.matchAll(/\{\s*([A-Za-z][\w.]*)/g)].map(([, name = '']) => [name, '—']),
  );
}

function sayAll(data: { readonly [name: string]: Json }, locale: Locale) {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, say(value, locale)]));
}

function say(value: Json, locale: Locale): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[]).map((one) => say(one, locale));
    return parts.join(locale === 'en' ? ', ' : '、');
  }
  if (isJsonObject(value)) return inLocale(value as Text, locale);
  return value === null ? '—' : String(value);
}
