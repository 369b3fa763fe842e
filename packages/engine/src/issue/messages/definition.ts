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
    'zh-CN': '找不到{kind}「{id}」，最接近的是「{nearest}」',
    en: 'There is no {kind} "{id}"; the nearest is "{nearest}"',
  },
  'definition/unresolved-ref': {
    severity: 'error',
    'zh-CN': '引用 {ref} 尚未并入，请先运行 paidan bundle',
    en: 'The reference {ref} is still open; run paidan bundle first',
  },
} as const satisfies MessageTable;
