import { nameReader } from '../../expression/read-name.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import type { MessagePattern } from '../../issue/message-table.ts';
import { inLocale, type Locale, type Text } from '../../issue/text.ts';
import { factsNow, type Turn } from '../turn.ts';

const hole = /\{([A-Za-z][\w.-]*)(?:\|(last4))?\}/g;

/** A text with its holes filled in both languages, and the values that went in. A value that is missing leaves a dash. */
export function fillText(
  turn: Turn,
  text: Text,
): { readonly text: MessagePattern; readonly parameters: { readonly [name: string]: Json } } {
  const facts = factsNow(turn);
  const parameters: { [name: string]: Json } = {};
  for (const [, name = ''] of JSON.stringify(text).matchAll(hole)) {
    const value = nameReader(name)(facts);
    if (value !== undefined) parameters[name] = value;
  }
  const fill = (locale: Locale) =>
    inLocale(text, locale).replace(hole, (_, name: string, filter: string | undefined) => {
      const value = say(parameters[name], locale);
      return filter === 'last4' ? [...value].slice(-4).join('') : value;
    });
  return { text: { 'zh-CN': fill('zh-CN'), en: fill('en') }, parameters };
}

function say(value: Json | undefined, locale: Locale): string {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map((one) => say(one, locale)).join(locale === 'en' ? ', ' : '、');
  if (!isJsonObject(value)) return String(value);
  const own = value[locale] ?? value['zh-CN'] ?? value['en'];
  return typeof own === 'string' ? own : '—';
}
