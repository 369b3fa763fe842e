import { isJsonObject, type Json, type JsonObject, type Locale } from '@paidan/engine/issue';
import type { Part } from '@paidan/engine/routing';

interface Measured {
  readonly title: { readonly 'zh-CN': string; readonly en: string };
}

// Measures belong to the engine, so their words belong to the screens; a policy only names what it weighs.
const measures: { readonly [measure: string]: Measured } = {
  'great-circle': { title: { 'zh-CN': '距离', en: 'Distance' } },
  'first-fix': { title: { 'zh-CN': '一次修复率', en: 'First-fix rate' } },
  'since-resolved': { title: { 'zh-CN': '最近同类', en: 'Recent similar' } },
  'work-orders-of-day': { title: { 'zh-CN': '当日负荷', en: 'Load of the day' } },
  certificates: { title: { 'zh-CN': '证书', en: 'Certificates' } },
  levels: { title: { 'zh-CN': '技能等级', en: 'Skill level' } },
  'minutes-of-7-days': { title: { 'zh-CN': '近七天工时', en: 'Work of 7 days' } },
  'hard-work-of-7-days': { title: { 'zh-CN': '近七天难单', en: 'Hard work of 7 days' } },
};

/** What a criterion of this policy weighs, in words; its own key where the engine has no measure behind it. */
export function criterionTitle(policy: JsonObject, criterion: string, locale: Locale): string {
  const found = at(policy, 'criteria', criterion, 'of');
  const [group, tag] = typeof found === 'string' ? found.split('.') : [];
  const measure = group === undefined ? undefined : at(policy, 'tags', group, tag ?? '', 'measure');
  return (typeof measure === 'string' ? measures[measure]?.title[locale] : undefined) ?? criterion;
}

function at(json: Json, ...path: readonly string[]): Json | undefined {
  let here: Json | undefined = json;
  for (const key of path) here = here !== undefined && isJsonObject(here) ? here[key] : undefined;
  return here;
}

/** The raw fact behind a part: 「2.1 公里，40 秒前」, 「8/10 一次修好」, 「今日 1 单」. */
export function sayRaw({ raw }: Part, locale: Locale): string {
  const isEnglish = locale === 'en';
  const said = Object.entries(raw).flatMap(([name, value]) => sayFact(name, value, isEnglish) ?? []);
  const { fixed, closed } = raw;
  const rate =
    typeof fixed === 'number' && typeof closed === 'number'
      ? [isEnglish ? `${fixed} of ${closed} fixed first` : `${closed} 单中 ${fixed} 单一次修好`]
      : [];
  return [...rate, ...said].join(isEnglish ? ', ' : '，');
}

const notes: { readonly [note: string]: { readonly 'zh-CN': string; readonly en: string } } = {
  'does-not-apply': { 'zh-CN': '不适用', en: 'does not apply' },
  'place-unknown': { 'zh-CN': '位置未知', en: 'place unknown' },
  'sample-too-small': { 'zh-CN': '样本少，按平均水平估计', en: 'small sample, estimated from the average' },
  never: { 'zh-CN': '还没有处理过', en: 'never yet' },
};

function sayFact(name: string, value: Json, isEnglish: boolean): string | undefined {
  if (name === 'note') return notes[String(value)]?.[isEnglish ? 'en' : 'zh-CN'];
  if (typeof value !== 'number') return undefined;
  if (name.endsWith('Metres')) return `${(value / 1000).toFixed(1)} ${isEnglish ? 'km' : '公里'}`;
  if (name === 'ageMs') return isEnglish ? `${sayTime(value, true)} old` : `${sayTime(value, false)}前的位置`;
  if (name.endsWith('Ms')) return isEnglish ? `${sayTime(value, true)} ago` : `${sayTime(value, false)}前`;
  if (name === 'workOrdersOfDay') return isEnglish ? `${value} today` : `今日 ${value} 单`;
  if (name === 'level') return isEnglish ? `level ${value}` : `${value} 级`;
  return undefined;
}

const minuteMs = 60_000;

function sayTime(ms: number, isEnglish: boolean): string {
  const minutes = ms / minuteMs;
  const [amount, unit] =
    minutes < 60 ? [minutes, 0] : minutes < 72 * 60 ? [minutes / 60, 1] : [minutes / (24 * 60), 2];
  const words = isEnglish ? ['min', 'h', 'd'] : ['分钟', '小时', '天'];
  return `${Math.round(Number(amount))} ${words[Number(unit)] ?? ''}`;
}
