import { instantOf } from '../../../time/instant.ts';
import type { PreparedAssignee } from '../../facts/prepared-assignee.ts';
import { covers, type Span, touches } from '../../facts/span.ts';
import { failed, type Matcher } from '../matcher.ts';

/** One shift covers travel and visit, no absence touches them, not paused. A phone asleep is not an absent person. */
export const onShift: Matcher = {
  test: ({ assignee, busy }) => {
    const why = whyAway(assignee, busy);
    if (why === undefined) return undefined;
    return failed({ from: instantOf(busy.fromMs), to: instantOf(busy.toMs), why });
  },
  fails: ({ assignee, busy }) => whyAway(assignee, busy) !== undefined,
  sentence: {
    'zh-CN': '{from} 至 {to} 不在班（{why}）',
    en: 'not there from {from} to {to} ({why})',
  },
};

function whyAway(assignee: PreparedAssignee, busy: Span): 'paused' | 'absent' | 'off-shift' | undefined {
  if (assignee.facts.paused) return 'paused';
  if (assignee.absences.some((absence) => touches(absence, busy))) return 'absent';
  return assignee.shifts.some((shift) => covers(shift, busy)) ? undefined : 'off-shift';
}
