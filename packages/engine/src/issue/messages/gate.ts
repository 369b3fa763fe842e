import type { MessageTable } from '../message-table.ts';

export const gateMessages = {
  'gate/unknown-proof': {
    severity: 'error',
    'zh-CN': '核验环节「{step}」没有凭证「{proof}」',
    en: 'The gate "{step}" asks for no proof "{proof}"',
  },
  'gate/not-yet': {
    severity: 'error',
    'zh-CN': '凭证「{proof}」的替代方式「{alternative}」目前不适用',
    en: 'The way out "{alternative}" of the proof "{proof}" does not apply now',
  },
} as const satisfies MessageTable;
