import type { MessageTable } from '../message-table.ts';

export const calendarMessages = {
  'calendar/unknown-zone': {
    severity: 'error',
    'zh-CN': '没有时区「{zone}」，请填写 IANA 时区名，例如 Asia/Shanghai',
    en: 'There is no time zone "{zone}"; write an IANA name such as Asia/Shanghai',
  },
  'calendar/invalid-hours': {
    severity: 'error',
    'zh-CN': '工作时段应为「09:00-18:00」这样先早后晚的一段，实际是「{hours}」；跨午夜请拆成两段',
    en: 'Expected hours such as 09:00-18:00, the earlier time first, found "{hours}"; split what crosses midnight',
  },
  'calendar/invalid-date': {
    severity: 'error',
    'zh-CN': '日期应为真实存在的「YYYY-MM-DD」，实际是「{date}」',
    en: 'Expected a date that exists, as YYYY-MM-DD, found "{date}"',
  },
  'calendar/no-open-minute': {
    severity: 'error',
    'zh-CN': '一周中没有任何工作时段，时限永远不会走完；请至少填写一段',
    en: 'No day of the week is open, so no clock could ever run out; give at least one stretch of hours',
  },
  'calendar/holidays-end': {
    severity: 'warning',
    'zh-CN': '日历「{id}」的节假日只写到 {last}，请补充',
    en: 'The holidays of the calendar "{id}" end on {last}; add the next ones',
  },
} as const satisfies MessageTable;
