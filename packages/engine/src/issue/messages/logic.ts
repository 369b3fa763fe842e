import type { MessageTable } from '../message-table.ts';

export const logicMessages = {
  'logic/gap': {
    severity: 'error',
    'zh-CN': '判断环节「{id}」的条件未覆盖所有情况，请加一条无条件的流转',
    en: 'The conditions of the step "{id}" leave cases out; add a transition without one',
  },
} as const satisfies MessageTable;
