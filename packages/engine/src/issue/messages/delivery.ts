import type { MessageTable } from '../message-table.ts';

export const deliveryMessages = {
  'delivery/once-with-retry': {
    severity: 'error',
    'zh-CN': '接口 {name} 声明只发送一次，却又配置了重试',
    en: 'The operation {name} promises one sending and yet retries',
  },
  'delivery/post-at-least-once': {
    severity: 'warning',
    'zh-CN': '写接口 {name} 结果未知时会重复发送，对方可能收到两次；请声明幂等方式',
    en: 'The write {name} is repeated after an unknown outcome and may happen twice; declare how it is made safe',
  },
  'delivery/outcome-unheard': {
    severity: 'warning',
    'zh-CN': '结果 {outcomes} 没有后续处理，工单会停在这里',
    en: 'Nothing hears the outcomes {outcomes}; the work order would stay here',
  },
} as const satisfies MessageTable;
