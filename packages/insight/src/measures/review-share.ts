import type { Measure } from './measure.ts';

export const reviewShare: Measure = {
  id: 'reviewShare',
  title: { 'zh-CN': '评价率', en: 'Reviewed' },
  definition: {
    'zh-CN': '客户已评价的完成工单 / 完成工单',
    en: 'Completed work orders the customer reviewed / completed work orders',
  },
  unit: 'share',
  minimum: 20,
  of: (facts) => (facts.outcome === 'done' ? facts.answeredForms['survey'] !== undefined : undefined),
};
