import { elapsedMs } from './elapsed.ts';
import type { Measure } from './measure.ts';

export const firstResponseMs: Measure = {
  id: 'firstResponseMs',
  title: { 'zh-CN': '首响时间', en: 'First response' },
  definition: {
    'zh-CN': '从创建到第一条送达客户的非自动消息，取中位数',
    en: 'From creation to the first message delivered to the customer that is not automatic; median',
  },
  unit: 'ms',
  minimum: 1,
  of: (facts) => elapsedMs(facts.createdAt, facts.firstResponseAt),
};
