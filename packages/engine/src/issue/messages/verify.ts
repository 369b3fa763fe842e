import type { MessageTable } from '../message-table.ts';

export const verifyMessages = {
  'verify/undecided': {
    severity: 'info',
    'zh-CN': '「{what}」未能证明：{why}',
    en: '"{what}" is not proven: {why}',
  },
  'verify/unreachable-step': {
    severity: 'warning',
    'zh-CN': '没有任何路径能到达环节「{step}」',
    en: 'No run reaches the step "{step}"',
  },
  'verify/transition-never-taken': {
    severity: 'warning',
    'zh-CN': '没有任何路径会走流转「{transition}」',
    en: 'No run takes the transition "{transition}"',
  },
  'verify/stuck': {
    severity: 'error',
    'zh-CN': '工单可能停在「{position}」而无法结束，路径：{witness}',
    en: 'A work order can stand at "{position}" with no way to an end; the way there: {witness}',
  },
  'verify/gate-bypassed': {
    severity: 'error',
    'zh-CN': '可以绕过核验「{gate}」直接到达「{step}」，路径：{witness}',
    en: 'The step "{step}" can be entered past the gate "{gate}"; the way there: {witness}',
  },
} as const satisfies MessageTable;
