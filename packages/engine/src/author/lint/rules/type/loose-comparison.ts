import { type Issue, issue } from '../../../../issue/issue.ts';
import type { Json, JsonObject } from '../../../../issue/json.ts';
import { bareRead, operationsIn } from '../../conditions.ts';
import { fieldSchema, typesOf } from '../../record-fields.ts';
import { lintRule } from '../../rule.ts';

const comparisons = ['==', '!=', '===', '!==', '<', '<=', '>', '>='];

/** A field is compared with a value of its own type: JSON Logic turns `"1" == 1` into yes, and `"P0" == 0` into no. */
export const looseComparison = lintRule('type/loose-comparison', ({ record }, { reading }) =>
  reading.marked.flatMap(({ is, pointer, value }) => {
    if (is !== 'expression') return [];
    const compared = operationsIn(value).filter(({ operator }) => comparisons.includes(operator));
    return compared.flatMap(({ operands: [left = null, right = null] }) => [
      ...differs(record, left, right, pointer),
      ...differs(record, right, left, pointer),
    ]);
  }),
);

function differs(record: JsonObject, read: Json, literal: Json, pointer: string): readonly Issue[] {
  const name = bareRead(read);
  if (name === undefined || literal === null || typeof literal === 'object') return [];
  const schema = fieldSchema(record, name);
  const types = schema === undefined ? [] : typesOf(schema);
  if (types.length === 0 || types.includes(typeof literal)) return [];
  const fieldType = types.map((type) => typeWords[type] ?? type);
  return [
    issue('type/loose-comparison', pointer, { name, type: fieldType, literal: JSON.stringify(literal) }),
  ];
}

const typeWords: { readonly [type: string]: { readonly 'zh-CN': string; readonly en: string } } = {
  string: { 'zh-CN': '文字', en: 'a text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  boolean: { 'zh-CN': '是或否', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '对象', en: 'an object' },
};
