import type { Measure } from './measure.ts';

export const urgeShare: Measure = {
  id: 'urgeShare',
  title: { 'zh-CN': '催单率', en: 'Urged' },
  definition: {
    'zh-CN': '至少被催过一次的工单 / 全部工单',
    en: 'Work orders urged at least once / all work orders',
  },
  unit: 'share',
  minimum: 20,
  of: (facts) => facts.urges > 0,
};
