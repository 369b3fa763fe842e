import type { MessageTable } from '../message-table.ts';

export const trialMessages = {
  'trial/answers-unchecked': {
    severity: 'warning',
    'zh-CN': '试运行没有带表单内核，表单答案未经校验；请在 world.forms 中传入',
    en: 'The trial had no forms kernel, so answers went unchecked; hand one in as world.forms',
  },
  'trial/one-attempt': {
    severity: 'warning',
    'zh-CN': '试运行没有带投递规则，接口只调用一次、不重试；请在 world.delivery 中传入',
    en: 'The trial had no delivery table, so calls were tried once; hand one in as world.delivery',
  },
  'trial/unknown-workflow': {
    severity: 'error',
    'zh-CN': '找不到流程「{workflow}」，请在 world.workflows 中传入它的定义',
    en: 'There is no workflow "{workflow}"; hand its document in as world.workflows',
  },
  'trial/unknown-act': {
    severity: 'error',
    'zh-CN': '动作「{act}」无法执行：{why}',
    en: 'The act "{act}" cannot be done: {why}',
  },
  'trial/act-refused': {
    severity: 'error',
    'zh-CN': '动作「{act}」被拒绝：{codes}。若这是预期结果，请写入 expects',
    en: 'The act "{act}" was refused: {codes}. If that is meant, say so in expects',
  },
  'trial/not-as-expected': {
    severity: 'error',
    'zh-CN': '期望「{expect}」未成立：应为 {expected}，实为 {found}',
    en: 'The expectation "{expect}" does not hold: expected {expected}, found {found}',
  },
  'trial/endless': {
    severity: 'error',
    'zh-CN': '试运行超过 {frames} 次决定仍未结束，流程可能在循环',
    en: 'The trial made more than {frames} decisions without an end; the workflow may run in circles',
  },
} as const satisfies MessageTable;
