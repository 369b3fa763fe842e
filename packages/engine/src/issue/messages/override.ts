import type { MessageTable } from '../message-table.ts';

export const overrideMessages = {
  'override/nobody': {
    severity: 'error',
    'zh-CN': '找不到人员「{assignee}」，请从候选人中重新选择',
    en: 'There is nobody called "{assignee}"; pick again from the candidates',
  },
  'override/reason-required': {
    severity: 'error',
    'zh-CN': '人工干预须从下列原因中选择一项：{expected}',
    en: 'Picking by hand takes one of these reasons: {expected}',
  },
  'override/second-approver-required': {
    severity: 'error',
    'zh-CN': '所选人员违反绝对要求（{broken}），须由另一位「{role}」批准',
    en: 'The pick breaks absolute requirements ({broken}); another person with the role "{role}" must approve',
  },
} as const satisfies MessageTable;
