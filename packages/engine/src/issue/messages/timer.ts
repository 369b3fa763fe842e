import type { MessageTable } from '../message-table.ts';

export const timerMessages = {
  'timer/stale': {
    severity: 'error',
    'zh-CN': '计时器「{timer}」已被取消或重新计时，本次触发作废',
    en: 'The timer "{timer}" was dropped or armed anew; this firing is void',
  },
  'timer/early': {
    severity: 'error',
    'zh-CN': '计时器「{timer}」要到 {dueAt} 才触发，现在是 {at}',
    en: 'The timer "{timer}" is due at {dueAt}, and it is {at}',
  },
} as const satisfies MessageTable;
