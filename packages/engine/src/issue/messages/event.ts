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
  'event/unknown': {
    severity: 'error',
    'zh-CN': '流程没有声明事件「{event}」',
    en: 'The workflow declares no event "{event}"',
  },
  'event/payload-differs': {
    severity: 'error',
    'zh-CN': '事件「{event}」的内容与其声明的结构不符，请按声明填写',
    en: 'The payload of "{event}" does not fit the schema declared for it; send what it declares',
  },
  'event/reason-required': {
    severity: 'error',
    'zh-CN': '执行「{event}」必须写明原因',
    en: '"{event}" takes a reason; say why',
  },
  'event/held-by-another': {
    severity: 'error',
    'zh-CN': '该待办已由 {holder} 领取，请先让其退回或转交',
    en: 'This task is held by {holder}; have it released or transferred first',
  },
  'event/already-settled': {
    severity: 'error',
    'zh-CN': '动作 {effect} 已有最终结果或从未发出，本次结果不再采用',
    en: 'The effect {effect} is settled already or was never asked for; this outcome changes nothing',
  },
  'event/suspended': {
    severity: 'error',
    'zh-CN': '工单已挂起，恢复之后才能执行「{event}」',
    en: 'The work order is suspended; resume it before "{event}"',
  },
  'event/endless': {
    severity: 'error',
    'zh-CN': '自动环节循环不止，已放弃本次处理；请检查环节「{step}」附近的条件',
    en: 'Automatic steps go round without end, so nothing was changed; look at the conditions near "{step}"',
  },
} as const satisfies MessageTable;
