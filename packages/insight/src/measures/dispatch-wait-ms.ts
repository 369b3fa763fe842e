import { elapsedMs } from './elapsed.ts';
import type { Measure } from './measure.ts';

export const dispatchWaitMs: Measure = {
  id: 'dispatchWaitMs',
  title: { 'zh-CN': '创建→分派滞留', en: 'Wait from creation to dispatch' },
  definition: {
    'zh-CN': '从创建到第一次有人接单，取中位数',
    en: 'From creation until somebody first took it; median',
  },
  unit: 'ms',
  minimum: 1,
  of: (facts) => elapsedMs(facts.createdAt, facts.firstAssignedAt),
};
