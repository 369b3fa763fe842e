import type { MessageTable } from '../message-table.ts';

export const typeMessages = {
  'type/loose-comparison': {
    severity: 'warning',
    'zh-CN': '「{name}」是{type}，却与 {literal} 比较，结果可能出人意料',
    en: '"{name}" holds {type} but is compared with {literal}; the answer may surprise',
  },
  'type/maybe-missing': {
    severity: 'warning',
    'zh-CN': '「{name}」可能为空，空值参与大小比较会得出错误结果；请给默认值或先判断',
    en: '"{name}" may be absent, and absence compares as a number; give a default or test it first',
  },
} as const satisfies MessageTable;
