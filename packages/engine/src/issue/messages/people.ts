import type { MessageTable } from '../message-table.ts';

export const peopleMessages = {
  'people/nobody-may': {
    severity: 'error',
    'zh-CN': '此处没有任何人可以操作，请指定角色',
    en: 'Nobody may act here; name a role',
  },
  'people/cannot-see-what-decides': {
    severity: 'warning',
    'zh-CN': '角色「{role}」审批时看不到起决定作用的字段 {fields}',
    en: 'The role "{role}" approves without being able to read {fields}, which decide',
  },
} as const satisfies MessageTable;
