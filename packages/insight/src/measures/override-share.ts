import type { Measure } from './measure.ts';

export const overrideShare: Measure = {
  id: 'overrideShare',
  title: { 'zh-CN': '人工干预率', en: 'Overridden' },
  definition: {
    'zh-CN': '经人工改派的工单 / 已分派工单',
    en: 'Work orders assigned by hand against the policy / assigned work orders',
  },
  unit: 'share',
  minimum: 20,
  of: (facts) => (facts.firstAssignedAt === undefined ? undefined : facts.overrides > 0),
};
