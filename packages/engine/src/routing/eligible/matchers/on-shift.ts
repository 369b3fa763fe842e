import { instantOf } from '../../../time/instant.ts';
import { covers, touches } from '../../facts/span.ts';
import { failed, type Matcher } from '../matcher.ts';

/** One shift covers travel and visit, no absence touches them, not paused. A phone asleep is not an absent person. */
export const onShift: Matcher = {
  test: ({ assignee, busy }) => {
    const needs = { from: instantOf(busy.fromMs), to: instantOf(busy.toMs) };
    if (assignee.facts.paused) return failed({ ...needs, why: 'paused' });
    if (assignee.absences.some((absence) => touches(absence, busy))) {
      return failed({ ...needs, why: 'absent' });
    }
    return assignee.shifts.some((shift) => covers(shift, busy))
      ? undefined
      : failed({ ...needs, why: 'off-shift' });
  },
  sentence: {
    'zh-CN': '{from} 至 {to} 不在班（{why}）',
    en: 'not there from {from} to {to} ({why})',
  },
};
