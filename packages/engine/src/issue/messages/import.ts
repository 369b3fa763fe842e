import type { MessageTable } from '../message-table.ts';

export const importMessages = {
  'import/unknown-column': {
    severity: 'error',
    'zh-CN': '导入映射读取「{column}」列，文件中没有这一列；文件中的列：{known}',
    en: 'The map reads the column "{column}", which the file does not have; it has {known}',
  },
  'import/unknown-event': {
    severity: 'error',
    'zh-CN': '流程中没有事件「{event}」，可用的有：{known}',
    en: 'The workflow has no event "{event}"; there are {known}',
  },
  'import/unknown-field': {
    severity: 'error',
    'zh-CN': '工单数据中没有 {target}，请改为流程中已有的字段',
    en: 'The record has no {target}; name a field of the workflow',
  },
  'import/unknown-zone': {
    severity: 'error',
    'zh-CN': '没有时区「{zone}」，应为 IANA 名称，例如 Asia/Shanghai',
    en: 'There is no time zone "{zone}"; use an IANA name such as Asia/Shanghai',
  },
  'import/unreadable-date-pattern': {
    severity: 'error',
    'zh-CN': '日期格式「{pattern}」无法读取；应含 yyyy、M、d，可含 H、m、s，例如 d/M/yyyy HH:mm',
    en: 'The date pattern "{pattern}" cannot be read; it takes yyyy, M and d, and may take H, m, s: d/M/yyyy HH:mm',
  },
  'import/unreadable-file': {
    severity: 'error',
    'zh-CN': '文件读到第 {place} 行数据时出错：{reason}；请检查分隔符、引号和编码',
    en: 'The file breaks at its data row {place}: {reason}; check delimiter, quotes and encoding',
  },
  'import/nothing-inside': {
    severity: 'error',
    'zh-CN': '压缩包里没有 .{kind} 文件，只有：{found}',
    en: 'The archive holds no .{kind} file, only {found}',
  },
  'import/not-readable': {
    severity: 'error',
    'zh-CN': '「{column}」列应为{expected}，实际是「{found}」；请改正这一行后重新导入',
    en: 'The column "{column}" takes {expected}, found "{found}"; correct the row and import it again',
  },
  'import/no-key': {
    severity: 'error',
    'zh-CN': '「{column}」列为空，这一行没有外部单号，无法对应工单',
    en: 'The column "{column}" is empty: without an outside number the row belongs to no work order',
  },
  'import/no-instant': {
    severity: 'error',
    'zh-CN': '「{column}」列为空，不知道这一行发生在什么时候',
    en: 'The column "{column}" is empty, so nobody knows when this row happened',
  },
  'import/repeated-key': {
    severity: 'error',
    'zh-CN': '外部单号 {key} 在文件中出现了不止一次，只导入了第一行',
    en: 'The outside number {key} stands in the file more than once; only its first row is imported',
  },
  'import/refused-by-name': {
    severity: 'error',
    'zh-CN': '符合拒收条件「{name}」',
    en: 'The row meets the refusal "{name}"',
  },
  'import/number-taken': {
    severity: 'error',
    'zh-CN': '工单号 {number} 已属于另一张工单，请修改外部单号',
    en: 'The number {number} belongs to another work order already; change the outside number',
  },
} as const satisfies MessageTable;
