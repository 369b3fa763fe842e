import {
  inLocale,
  isJsonObject,
  type Json,
  type JsonObject,
  type Locale,
  readPointer,
} from '@paidan/engine/issue';
import type { Column } from './column.ts';

export interface Saying {
  readonly locale: Locale;
  readonly timeZone: string;
}

/** A value of the record in words, `undefined` where there is none. */
export function sayColumn(column: Column, record: JsonObject, saying: Saying): string | undefined {
  const value = readPointer(record, column.pointer);
  if (value === undefined || value === null || value === '') return undefined;
  return sayValue(column, value, saying);
}

function sayValue(column: Column, value: Json, saying: Saying): string {
  const { locale } = saying;
  if (Array.isArray(value)) return sayList(column, value, saying);
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1] ?? '';
  if (typeof value === 'number') return sayNumber(column, value, locale);
  if (isJsonObject(value)) return sayGroup(value);
  const text = String(value);
  const choice = column.choices[text];
  if (choice !== undefined) return inLocale(choice, locale);
  if (column.kind === 'instant') return sayInstant(text, saying);
  return text;
}

const yesNo = { 'zh-CN': ['是', '否'], en: ['Yes', 'No'] } as const;

function sayList(column: Column, values: readonly Json[], saying: Saying): string {
  if (column.kind === 'files')
    return saying.locale === 'en' ? `${values.length} files` : `${values.length} 个文件`;
  return values.map((value) => sayValue(column, value, saying)).join(saying.locale === 'en' ? ', ' : '、');
}

function sayNumber({ kind }: Column, value: number, locale: Locale): string {
  if (kind !== 'money') return value.toLocaleString(locale);
  return (value / 100).toLocaleString(locale, { style: 'currency', currency: 'CNY' });
}

// Of a file, a person or a row the part that names it; ids and hashes are never shown.
function sayGroup(value: JsonObject): string {
  const said = value['label'] ?? value['name'] ?? value['address'] ?? value['sku'];
  const quantity = value['quantity'];
  const text = typeof said === 'string' ? said : '✓';
  return typeof quantity === 'number' ? `${text} × ${quantity}` : text;
}

/** 「11月22日 15:30」 in the workflow's own zone. */
export function sayInstant(at: string, { locale, timeZone }: Saying): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** 「今天 15:30」, 「11月22日 15:30」: near days by name. */
export function sayNear(at: string, nowMs: number, saying: Saying): string {
  const day = (ms: number) => new Date(ms).toLocaleDateString('sv', { timeZone: saying.timeZone });
  if (day(Date.parse(at)) !== day(nowMs)) return sayInstant(at, saying);
  const time = sayTime(at, saying);
  return saying.locale === 'en' ? `today ${time}` : `今天 ${time}`;
}

/** 「15:30」. */
export function sayTime(at: string, { locale, timeZone }: Saying): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}
