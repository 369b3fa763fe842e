import type { MessageTable } from '../message-table.ts';

export const eventMessages = {
  'event/not-available': {
    severity: 'error',
    'zh-CN': '当前环节不接受「{event}」',
    en: 'The work order does not accept "{event}" where it stands',
  },
  'event/not-permitted': {
    severity: 'error',
    'zh-CN': '{actor} 无权执行「{event}」，需要角色：{roles}',
    en: '{actor} may not send "{event}"; it takes one of the roles {roles}',
  },
  'event/moved-on': {
    severity: 'error',
    'zh-CN': '工单已前进到第 {seq} 步，而提交基于第 {expected} 步，请刷新后再试',
    en: 'The work order is at {seq}, this was made at {expected}; refresh and try again',
  },
  'event/after-end': {
    severity: 'error',
    'zh-CN': '工单已结束，不再接受「{event}」',
    en: 'The work order has ended and no longer hears "{event}"',
  },
} as const satisfies MessageTable;
