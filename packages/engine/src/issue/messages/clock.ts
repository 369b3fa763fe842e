import type { MessageTable } from '../message-table.ts';

export const clockMessages = {
  'clock/never-starts': {
    severity: 'error',
    'zh-CN': '时限「{id}」的开始时刻都不会出现',
    en: 'None of the moments the clock "{id}" starts at can come',
  },
  'clock/never-stops': {
    severity: 'error',
    'zh-CN': '时限「{id}」的停止时刻都不会出现，每张工单终将超时',
    en: 'None of the moments the clock "{id}" stops at can come; every work order ends overdue',
  },
  'clock/rung-order': {
    severity: 'warning',
    'zh-CN': '时限「{id}」的提醒未按触发先后排列',
    en: 'The rungs of the clock "{id}" are not in the order they fire',
  },
  'clock/breach-without-consequence': {
    severity: 'warning',
    'zh-CN': '时限「{id}」超时后没有任何动作，请添加 100% 或之后的提醒',
    en: 'Nothing follows when the clock "{id}" is breached; add a rung at 100 percent or past it',
  },
} as const satisfies MessageTable;
