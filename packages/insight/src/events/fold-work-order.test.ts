import { describe, expect, it } from 'vitest';
import { answered, endedDone, instantAfter, logOf } from '../proving/log-of.ts';
import { foldWorkOrder } from './fold-work-order.ts';

const message = (automatic: boolean) =>
  ({ kind: 'message-sent', to: 'customer', text: '已收到', automatic }) as const;
const assigned = { kind: 'assigned', role: 'engineer', assignee: 'lin', how: 'accepted' } as const;

describe('folding a journal to facts', () => {
  it('takes the first message that is no automatic receipt as the first response', () => {
    const facts = foldWorkOrder(
      logOf('1', [
        [1, [message(true)]],
        [7, [message(false)]],
        [9, [message(false)]],
      ]),
    );
    expect(facts.firstResponseAt).toBe(instantAfter(7));
  });

  it('counts every hand-over after the first assignment', () => {
    const facts = foldWorkOrder(
      logOf('1', [
        [2, [assigned]],
        [5, [assigned]],
        [6, [assigned]],
      ]),
    );
    expect(facts).toMatchObject({ firstAssignedAt: instantAfter(2), reassignments: 2 });
  });

  it('knows when it ended, how, and which forms were answered', () => {
    const facts = foldWorkOrder(
      logOf('1', [
        [3, [answered('survey')]],
        [4, [endedDone]],
      ]),
    );
    expect(facts).toMatchObject({
      endedAt: instantAfter(4),
      outcome: 'done',
      answeredForms: { survey: instantAfter(3) },
    });
  });

  it('keeps missed and met clocks apart', () => {
    const facts = foldWorkOrder(
      logOf('1', [
        [1, [{ kind: 'clock-met', clock: 'dispatch', run: 1 }]],
        [2, [{ kind: 'clock-missed', clock: 'resolve', run: 1 }]],
      ]),
    );
    expect(facts).toMatchObject({ metClocks: ['dispatch'], missedClocks: ['resolve'] });
  });

  it('counts urges, visits and overrides', () => {
    const facts = foldWorkOrder(
      logOf('1', [
        [1, [{ kind: 'event-heard', event: 'urge', counted: true }]],
        [2, [{ kind: 'event-heard', event: 'urge', counted: false }]],
        [3, [{ kind: 'moved-in-field', what: 'arrive' }]],
        [4, [{ kind: 'moved-in-field', what: 'leave' }]],
        [5, [{ kind: 'overridden', step: 'dispatch', assignee: 'wu', reason: 'training', broken: [] }]],
      ]),
    );
    expect(facts).toMatchObject({ urges: 2, visits: 1, overrides: 1 });
  });
});
