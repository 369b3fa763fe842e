import type { MessageTable } from '../message-table.ts';

export const offerMessages = {
  'offer/unknown': {
    severity: 'error',
    'zh-CN': '找不到邀约 {offer}，请刷新',
    en: 'There is no offer {offer}; refresh',
  },
  'offer/not-yours': {
    severity: 'error',
    'zh-CN': '邀约 {offer} 发给了其他人，不能代为答复',
    en: 'Offer {offer} was made to somebody else; only they may answer it',
  },
  'offer/taken': {
    severity: 'error',
    'zh-CN': '工单已由他人接下',
    en: 'Somebody else has accepted this work order',
  },
  'offer/expired': {
    severity: 'error',
    'zh-CN': '邀约已于 {leaseUntil} 到期，请等待新的邀约',
    en: 'The offer expired at {leaseUntil}; wait for another one',
  },
  'offer/withdrawn': {
    severity: 'error',
    'zh-CN': '邀约已撤回',
    en: 'The offer was withdrawn',
  },
  'offer/answered': {
    severity: 'error',
    'zh-CN': '邀约 {offer} 已经答复过，不能再次答复',
    en: 'The offer {offer} was answered before; it cannot be answered again',
  },
  'offer/superseded': {
    severity: 'error',
    'zh-CN': '答复针对的是旧邀约（令牌 {token}，现为 {current}），请刷新',
    en: 'The answer is to an older offer (token {token}, now {current}); refresh',
  },
  'offer/reason-required': {
    severity: 'error',
    'zh-CN': '拒绝须说明原因：{expected}',
    en: 'Declining takes one of these reasons: {expected}',
  },
  'offer/no-longer-fits': {
    severity: 'error',
    'zh-CN': '{assignee} 已不符合要求：{broken}',
    en: '{assignee} no longer meets: {broken}',
  },
} as const satisfies MessageTable;
