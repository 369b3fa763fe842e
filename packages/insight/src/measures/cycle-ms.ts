import { elapsedMs } from './elapsed.ts';
import type { Measure } from './measure.ts';

export const cycleMs: Measure = {
  id: 'cycleMs',
  title: { 'zh-CN': '平均处理周期', en: 'Cycle time' },
  definition: {
    'zh-CN': '从创建到完成，撤单不计，取中位数',
    en: 'From creation to completion, cancelled ones left out; median',
  },
  unit: 'ms',
  minimum: 1,
  of: (facts) => (facts.outcome === 'done' ? elapsedMs(facts.createdAt, facts.endedAt) : undefined),
};
