import type { MessageTable } from '../message-table.ts';

export const connectorMessages = {
  'connector/shape': {
    severity: 'error',
    'zh-CN': '连接器清单的这一处不符合格式：{found}',
    en: 'This part of the connector manifest does not fit the format: {found}',
  },
  'connector/request-missing': {
    severity: 'error',
    'zh-CN': '接口「{operation}」缺少请求方法或路径，请补上 method 与 path',
    en: 'The operation "{operation}" has no method or no path; add both',
  },
  'connector/delivery-missing': {
    severity: 'error',
    'zh-CN': '写接口「{operation}」没有说明结果未知时怎么办，请声明 delivery',
    en: 'The write "{operation}" does not say what may be done after an unknown outcome; declare delivery',
  },
  'connector/ask-unknown': {
    severity: 'error',
    'zh-CN': '接口「{operation}」要用到「{ask}」，但清单中没有这样的读接口',
    en: 'The operation "{operation}" needs "{ask}", but the manifest has no such operation',
  },
} as const satisfies MessageTable;
