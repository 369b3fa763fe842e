import type { Json } from '../../issue/json.ts';
import { ID_PATTERN, MOMENT_PATTERN, NAME_PATTERN, OPERATION_PATTERN } from './shape.ts';
import type { Limit, ShapeSchema } from './shape-schema.ts';

/** A phrase in both languages. */
export type Phrase = { readonly 'zh-CN': string; readonly en: string };

/** What a schema wants, in words: the types of its branches, or its fixed values. */
export function sayExpected(schema: ShapeSchema, defs: ShapeSchema['$defs']): Phrase {
  if (schema.$ref !== undefined) return sayExpected(defs?.[schema.$ref] ?? {}, undefined);
  if (schema['x-is'] === 'text') return { 'zh-CN': '文字', en: 'a text' };
  if (schema.anyOf !== undefined) return eitherOf(schema.anyOf.map((branch) => sayExpected(branch, defs)));
  if (schema.const !== undefined) return sayLimit('const', schema.const);
  if (schema.enum !== undefined) return sayLimit('enum', [...schema.enum]);
  return typeWords[schema.type ?? ''] ?? { 'zh-CN': '一个值', en: 'a value' };
}

/** What one keyword wants. `key` is a key of a map that must match a pattern. */
export function sayLimit(keyword: Limit | 'key', limit: unknown): Phrase {
  if (keyword === 'pattern')
    return patternWords[String(limit)] ?? both(`${String(limit)}`, '符合 ', 'a text matching ');
  if (keyword === 'key') return keyWords(String(limit));
  if (keyword === 'const') return both(JSON.stringify(limit), '', '');
  if (keyword === 'enum')
    return both((limit as readonly Json[]).map(String).join(', '), '以下之一：', 'one of ');
  const [chinese, english] = limitWords[keyword];
  return both(String(limit), chinese, english);
}

/** What was found, short enough for a sentence. */
export function sayFound(found: Json | undefined): Json {
  if (found === undefined) return { 'zh-CN': '缺失', en: 'nothing' };
  if (Array.isArray(found)) return { 'zh-CN': `${found.length} 项的列表`, en: `a list of ${found.length}` };
  if (typeof found === 'object' && found !== null) return { 'zh-CN': '一个对象', en: 'an object' };
  const text = JSON.stringify(found) ?? typeof found;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function both(value: string, chinese: string, english: string): Phrase {
  return { 'zh-CN': `${chinese}${value}`, en: `${english}${value}` };
}

function eitherOf(choices: readonly Phrase[]): Phrase {
  const said = (locale: keyof Phrase) => [...new Set(choices.map((choice) => choice[locale]))];
  return { 'zh-CN': said('zh-CN').join('或'), en: said('en').join(' or ') };
}

function keyWords(pattern: string): Phrase {
  const known = patternWords[pattern];
  if (known === undefined) return both(pattern, '键符合 ', 'a key matching ');
  return { 'zh-CN': `键为${known['zh-CN']}`, en: `as key ${known.en}` };
}

const typeWords: { readonly [type: string]: Phrase } = {
  object: { 'zh-CN': '对象', en: 'an object' },
  array: { 'zh-CN': '列表', en: 'a list' },
  string: { 'zh-CN': '文字', en: 'a text' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  number: { 'zh-CN': '数字', en: 'a number' },
  boolean: { 'zh-CN': '是或否', en: 'true or false' },
  null: { 'zh-CN': '空值', en: 'null' },
};

const patternWords: { readonly [pattern: string]: Phrase } = {
  [ID_PATTERN]: {
    'zh-CN': '标识（小写字母开头，仅含小写字母、数字和连字符）',
    en: 'an id (a lower-case letter, then lower-case letters, digits and hyphens)',
  },
  [NAME_PATTERN]: {
    'zh-CN': '名称（小写字母开头，仅含字母和数字）',
    en: 'a name (a lower-case letter, then letters and digits)',
  },
  [OPERATION_PATTERN]: { 'zh-CN': '「连接.接口」形式的名称', en: 'a name such as connection.operation' },
  [MOMENT_PATTERN]: { 'zh-CN': '时刻，例如 enter.visit', en: 'a moment such as enter.visit' },
  '^(/[^/]+)+$': {
    'zh-CN': '以 / 开头的字段路径，例如 /device/model',
    en: 'a pointer such as /device/model',
  },
  '^(/[^/]*)*$': { 'zh-CN': '以 / 开头的字段路径，例如 /sn', en: 'a pointer such as /sn' },
  '^[a-z]{2}(-[A-Z]{2})?$': { 'zh-CN': '语言代码，例如 zh-CN', en: 'a language code such as zh-CN' },
};

const limitWords: {
  readonly [keyword in Exclude<Limit, 'const' | 'enum' | 'pattern'>]: readonly [string, string];
} = {
  minLength: ['长度不少于 ', 'a text no shorter than '],
  maxLength: ['长度不超过 ', 'a text no longer than '],
  minimum: ['不小于 ', 'no less than '],
  exclusiveMinimum: ['大于 ', 'more than '],
  maximum: ['不大于 ', 'no more than '],
  multipleOf: ['倍数，基数 ', 'a multiple of '],
  minItems: ['列表，项数不少于 ', 'a list no shorter than '],
  maxItems: ['列表，项数不超过 ', 'a list no longer than '],
  minProperties: ['对象，键数不少于 ', 'an object with keys no fewer than '],
};
