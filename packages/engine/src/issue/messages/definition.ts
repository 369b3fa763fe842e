import type { MessageTable } from '../message-table.ts';

export const definitionMessages = {
  'definition/schema': {
    severity: 'error',
    'zh-CN': '此处应为{expected}，实际是{found}',
    en: 'Expected {expected} here, found {found}',
  },
  'definition/unknown-key': {
    severity: 'error',
    'zh-CN': '格式中没有键「{key}」，请删除或改为「{nearest}」',
    en: 'The format has no key "{key}"; remove it or use "{nearest}"',
  },
  'definition/unknown-target': {
    severity: 'error',
    'zh-CN': '找不到{kind}「{id}」{hint}',
    en: 'There is no {kind} "{id}"{hint}',
  },
  'definition/unresolved-ref': {
    severity: 'error',
    'zh-CN': '引用 {ref} 尚未并入，请先运行 paidan bundle',
    en: 'The reference {ref} is still open; run paidan bundle first',
  },
  'definition/missing-key': {
    severity: 'error',
    'zh-CN': '缺少必填的键「{key}」，应为{expected}',
    en: 'The key "{key}" is missing; it holds {expected}',
  },
  'definition/too-large': {
    severity: 'error',
    'zh-CN': '文档超过 {limitMb} MB，请拆分或删减',
    en: 'The document is larger than {limitMb} MB; split or shorten it',
  },
  'definition/too-deep': {
    severity: 'error',
    'zh-CN': '文档嵌套超过 {limit} 层，请拆分',
    en: 'The document is nested deeper than {limit}; take it apart',
  },
  'definition/not-json': {
    severity: 'error',
    'zh-CN': '此处的值（{found}）不是 JSON，请传入 JSON.parse 的结果',
    en: 'This value ({found}) is not JSON; hand in what JSON.parse returns',
  },
  'definition/reserved-id': {
    severity: 'error',
    'zh-CN': '「{id}」是保留字，请换一个标识',
    en: '"{id}" is a reserved word; choose another id',
  },
  'definition/duplicate-id': {
    severity: 'error',
    'zh-CN': '标识「{id}」已用于 {other}，环节与动作的标识在整个流程内不得重复',
    en: 'The id "{id}" is already used at {other}; ids of steps and effects are unique in the whole workflow',
  },
  'definition/unknown-read': {
    severity: 'error',
    'zh-CN': '读取的「{name}」不存在，最接近的是「{nearest}」',
    en: 'There is no "{name}" to read; the nearest is "{nearest}"',
  },
  'definition/missing-file': {
    severity: 'error',
    'zh-CN': '找不到引用的文件或片段 {path}，请检查路径',
    en: 'The referenced file or fragment {path} was not found; check the path',
  },
  'definition/circular-ref': {
    severity: 'error',
    'zh-CN': '引用形成循环：{chain}',
    en: 'The references run in a circle: {chain}',
  },
  'definition/secret-in-text': {
    severity: 'error',
    'zh-CN': '此处疑似写入了密钥，请改为引用 secret 并作废原密钥',
    en: 'This looks like a secret; refer to one by name and revoke this one',
  },
  'definition/missing-translation': {
    severity: 'warning',
    'zh-CN': '缺少 {locale} 文字',
    en: 'The text is missing in {locale}',
  },
  'definition/placeholder-differs': {
    severity: 'error',
    'zh-CN': '各语言文字的占位符不一致：{names}',
    en: 'The languages of this text differ in the placeholders {names}',
  },
} as const satisfies MessageTable;
