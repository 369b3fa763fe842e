import type { MessageTable } from '../message-table.ts';

export const mappingMessages = {
  'mapping/missing': {
    severity: 'error',
    'zh-CN': '{source} 没有值，{target} 无法填写；请补上数据，或为这一行设置缺失时的处理方式',
    en: '{source} has no value, so {target} cannot be written; supply it or say what the line does when it is missing',
  },
  'mapping/not-convertible': {
    severity: 'error',
    'zh-CN': '函数「{function}」需要{expected}，实际是 {found}',
    en: 'The function "{function}" takes {expected}, found {found}',
  },
  'mapping/unknown-function': {
    severity: 'error',
    'zh-CN': '没有函数「{function}」，可用的有：{known}',
    en: 'There is no function "{function}"; there are {known}',
  },
  'mapping/invalid-line': {
    severity: 'error',
    'zh-CN':
      '一行映射应为表达式，或由 from、value 之一加上 via、missing、emptyText 组成；这里的「{key}」不符合',
    en: 'A line is an expression, or one of from and value with via, missing, emptyText; "{key}" does not fit here',
  },
  'mapping/invalid-pointer': {
    severity: 'error',
    'zh-CN': '映射的键应为 JSON 指针，例如 /device/model，实际是「{key}」',
    en: 'A key of a mapping is a JSON Pointer such as /device/model, found "{key}"',
  },
  'mapping/output-differs': {
    severity: 'error',
    'zh-CN': '接口返回值此处应为 {expected}，实际是 {found}',
    en: 'The answer should have {expected} here, found {found}',
  },
} as const satisfies MessageTable;
