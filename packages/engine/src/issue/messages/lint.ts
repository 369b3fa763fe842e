import type { MessageTable } from '../message-table.ts';

export const lintMessages = {
  'lint/rule-crashed': {
    severity: 'warning',
    'zh-CN': '检查规则 {rule} 出错：{reason}；其余规则照常运行',
    en: 'The rule {rule} crashed: {reason}; the others went on',
  },
  'lint/unreachable-step': {
    severity: 'error',
    'zh-CN': '环节「{id}」无法从起点到达，请连上一条流转或删除',
    en: 'The step "{id}" cannot be come to from the start; lead a transition to it or remove it',
  },
  'lint/no-way-to-end': {
    severity: 'error',
    'zh-CN': '从环节「{id}」出发到不了任何结束环节，工单会一直打转',
    en: 'No end can be come to from the step "{id}"; its work orders go round for ever',
  },
  'lint/dead-end-step': {
    severity: 'error',
    'zh-CN': '环节「{id}」进入后无法离开，请添加流转',
    en: 'The step "{id}" cannot be left; give it a transition',
  },
  'lint/automatic-loop': {
    severity: 'error',
    'zh-CN': '自动环节形成循环：{steps}；请在其中加入等待人或事件的环节',
    en: 'These automatic steps lead in a circle: {steps}; put one that waits for somebody between them',
  },
  'lint/shadowed-transition': {
    severity: 'warning',
    'zh-CN': '流转「{id}」排在「{earlier}」之后，永远不会被选中；请调整顺序或条件',
    en: 'The transition "{id}" stands behind "{earlier}" and is never taken; change the order or a condition',
  },
  'lint/event-nobody-sends': {
    severity: 'warning',
    'zh-CN': '事件「{id}」没有任何角色或状态监听器会发出',
    en: 'No role and no listener sends the event "{id}"',
  },
  'lint/event-nobody-hears': {
    severity: 'warning',
    'zh-CN': '事件「{id}」没有任何流转、时限或动作响应',
    en: 'No transition, clock or effect hears the event "{id}"',
  },
  'lint/branches-share-field': {
    severity: 'warning',
    'zh-CN': '并行分支 {branches} 都会写入字段 {field}，结果取决于先后',
    en: 'The branches {branches} both write {field}; which value stays is chance',
  },
  'lint/complexity': {
    severity: 'info',
    'zh-CN': '此处有 {count} 个{what}，超过建议的 {limit} 个；可拆成子流程、判断环节或字段',
    en: 'There are {count} {what} here, more than the {limit} that read well; take them apart',
  },
} as const satisfies MessageTable;
