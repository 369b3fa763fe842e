import type { Measure } from './measure.ts';

export const onTimeShare: Measure = {
  id: 'onTimeShare',
  title: { 'zh-CN': '按时率', en: 'On time' },
  definition: {
    'zh-CN': '所有时限均达成的已结束工单 / 有时限的已结束工单',
    en: 'Ended work orders that met every clock / ended work orders with a clock',
  },
  unit: 'share',
  minimum: 20,
  of: (facts) => {
    if (facts.endedAt === undefined || facts.metClocks.length + facts.missedClocks.length === 0)
      return undefined;
    return facts.missedClocks.length === 0;
  },
};
