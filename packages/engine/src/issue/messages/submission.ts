import type { MessageTable } from '../message-table.ts';

export const submissionMessages = {
  'submission/wrong-form': {
    severity: 'error',
    'zh-CN': '此处应填写表单「{expected}」，收到的是「{found}」',
    en: 'The form "{expected}" is asked for here, found "{found}"',
  },
  'submission/other-version': {
    severity: 'error',
    'zh-CN': '表单「{form}」已有改动，请刷新后按当前版本填写',
    en: 'The form "{form}" has changed; refresh and fill in the present one',
  },
  'submission/not-writable': {
    severity: 'error',
    'zh-CN': '{actor} 不能填写字段 {field}，请去掉该项后再提交',
    en: '{actor} may not write the field {field}; leave it out and submit again',
  },
} as const satisfies MessageTable;
