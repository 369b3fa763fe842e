import type { MessageTable } from '../message-table.ts';

export const expressionMessages = {
  'expression/not-an-operator': {
    severity: 'error',
    'zh-CN': '表达式中的对象应恰好有一个运算符键，实际有 {count} 个；请拆开或改用列表',
    en: 'An object in an expression has exactly one operator as its key, this one has {count}; take it apart',
  },
  'expression/unknown-operator': {
    severity: 'error',
    'zh-CN': '没有运算符「{operator}」，最接近的是「{nearest}」',
    en: 'There is no operator "{operator}"; the nearest is "{nearest}"',
  },
  'expression/arity': {
    severity: 'error',
    'zh-CN': '「{operator}」需要 {expected} 个参数，实际有 {found} 个',
    en: '"{operator}" takes {expected} arguments, found {found}',
  },
  'expression/literal-name': {
    severity: 'error',
    'zh-CN': '「{operator}」的名称应为写明的文本，例如 record.sn，不能为空或由表达式计算',
    en: '"{operator}" takes a name written out, such as record.sn, neither empty nor computed',
  },
  'expression/length-name': {
    severity: 'error',
    'zh-CN': '不能读取「{name}」；列表的个数请用 count，文本的字数请用 length',
    en: 'The name "{name}" cannot be read; use count for a list and length for a text',
  },
  'expression/reduce-name': {
    severity: 'error',
    'zh-CN': 'reduce 内只能读取 current 或 accumulator，实际是「{name}」',
    en: 'Inside reduce only current and accumulator can be read, found "{name}"',
  },
  'expression/literal-choice': {
    severity: 'error',
    'zh-CN': '「{operator}」此处应直接写明 {expected} 之一，实际是 {found}',
    en: '"{operator}" takes one of {expected} here, written out; found {found}',
  },
  'expression/too-big': {
    severity: 'error',
    'zh-CN': '表达式超过 {limit} 个节点，请拆成几个字段或几条规则',
    en: 'The expression has more than {limit} nodes; split it into several fields or rules',
  },
  'expression/too-deep': {
    severity: 'error',
    'zh-CN': '表达式嵌套超过 {limit} 层，请拆分',
    en: 'The expression is nested deeper than {limit}; split it',
  },
  'expression/nested-iterators': {
    severity: 'error',
    'zh-CN': '逐项运算（map、filter 等）最多嵌套 {limit} 层，请把内层结果先算成一个字段',
    en: 'Iterators such as map and filter nest {limit} deep at most; compute the inner one into a field first',
  },
} as const satisfies MessageTable;
