import { expect, test } from 'vitest';
import type { ApproveStep } from '../author/definition/steps/approve.ts';
import {
  agent,
  chief,
  codesOf,
  compiledOf,
  engineer,
  type Story,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

function approving(step: Partial<ApproveStep> = {}) {
  return compiledOf(
    smallWorkflow(
      {
        events: { agreed: { title: 'Agreed', from: ['dingtalk'] } },
        steps: {
          ask: {
            kind: 'approve',
            stage: 'identify',
            seats: { service: { role: 'agent' }, money: { role: 'chief' } },
            passes: 'all',
            allows: { returnTo: ['again'] },
            whenEmpty: { role: 'chief' },
            transitions: {
              approved: { on: ['approved', 'event.agreed'], to: 'yes' },
              rejected: { to: 'no' },
              returned: { to: 'again' },
            },
            ...step,
          },
          again: {
            kind: 'form',
            stage: 'identify',
            by: { roles: ['agent'] },
            form: 'blank',
            transitions: { submitted: { to: 'ask' } },
          },
          yes: { kind: 'end', stage: 'archive', outcome: 'done' },
          no: { kind: 'end', stage: 'archive', outcome: 'cancelled' },
        },
      },
      { connections: { dingtalk: { kind: 'http' } }, listeners: listening },
    ),
  );
}

const listening = {
  dingtalk: {
    connection: 'dingtalk',
    by: { webhook: { path: 'ding', signature: 'standard', key: { secret: 'k' }, item: 'body' } },
    key: 'item.id',
    matches: { 'item.id': 'workOrder.number' },
    sends: 'agreed',
  },
} as const;

const cast = (seat: string, vote: 'yes' | 'no' | 'return', more = {}) =>
  ({ kind: 'vote', step: 'ask', seat, vote, ...more }) as const;
const seats = (story: Story) => Object.values(story.snapshot.tasks).map(({ seat }) => seat);

test('[B19] all: waits for every seat, and one no is enough', () => {
  const story = storyOf(approving());
  expect(seats(story)).toEqual(['service', 'money']);
  story.tell(agent, cast('service', 'yes', { note: '同意' }));
  expect(story.snapshot.configuration).toBe('ask');
  expect(story.entries('vote-cast')).toMatchObject([{ seat: 'service', vote: 'yes', note: '同意' }]);
  story.tell(chief, cast('money', 'no'));
  expect(story.snapshot.configuration).toBe('no');
});

test('[B19] any: the first vote settles and the other task closes', () => {
  const story = storyOf(approving({ passes: 'any' }));
  story.tell(chief, cast('money', 'yes'));
  expect(story.snapshot).toMatchObject({ configuration: 'yes', tasks: {} });
});

test('[B19] inOrder: a seat opens after the yes before it', () => {
  const story = storyOf(approving({ passes: 'inOrder', seatOrder: ['money', 'service'] }));
  expect(seats(story)).toEqual(['money']);
  expect(codesOf(story.tell(agent, cast('service', 'yes')))).toEqual(['event/not-available']);
  story.tell(chief, cast('money', 'yes'));
  expect(seats(story)).toEqual(['service']);
  story.tell(agent, cast('service', 'yes'));
  expect(story.snapshot.configuration).toBe('yes');
});

test('[B19] atLeast: so many are enough, and too few left is a no', () => {
  const story = storyOf(approving({ passes: { atLeast: 1 } }));
  story.tell(agent, cast('service', 'no'));
  expect(story.snapshot.configuration).toBe('ask');
  story.tell(chief, cast('money', 'yes'));
  expect(story.snapshot.configuration).toBe('yes');
  const failing = storyOf(approving({ passes: { atLeast: 2 } }));
  failing.tell(agent, cast('service', 'no'));
  expect(failing.snapshot.configuration).toBe('no');
});

test('[B19] return: to a listed step, with a reason, and the votes begin anew', () => {
  const story = storyOf(approving());
  expect(codesOf(story.tell(agent, cast('service', 'return')))).toEqual(['event/reason-required']);
  expect(codesOf(story.tell(agent, cast('service', 'return', { note: '?', returnTo: 'yes' })))).toEqual([
    'event/not-available',
  ]);
  story.tell(agent, cast('service', 'return', { note: '缺照片', returnTo: 'again' }));
  expect(story.snapshot.configuration).toBe('again');
  story.tell(agent, { kind: 'submit', step: 'again', form: 'blank', values: {} });
  expect(seats(story)).toEqual(['service', 'money']);
});

test('fills both seats of one person with one vote only where that counts once', () => {
  const both = { id: 'zhao', name: '赵', roles: ['agent', 'chief'] };
  const once = storyOf(approving({ samePerson: 'countsOnce' }));
  once.tell(both, cast('service', 'yes'));
  expect(once.snapshot.configuration).toBe('yes');
  const each = storyOf(approving({ samePerson: 'votesForEach' }));
  each.tell(both, cast('service', 'yes'));
  expect(each.snapshot.configuration).toBe('ask');
  const twice = storyOf(approving({ samePerson: 'countsOnce', passes: { atLeast: 2 } }));
  twice.tell(both, cast('service', 'yes'));
  expect(twice.snapshot.configuration).toBe('no');
});

test('decides at once when nobody has a seat, as the step says', () => {
  expect(storyOf(approving({ seats: {}, whenEmpty: 'passes' })).snapshot.configuration).toBe('yes');
  expect(storyOf(approving({ seats: {}, whenEmpty: 'rejects' })).snapshot.configuration).toBe('no');
  const standing = storyOf(approving({ seats: {} }));
  expect(Object.values(standing.snapshot.tasks)).toMatchObject([{ candidates: { roles: ['chief'] } }]);
});

test('[S45] is moved by an outside approval as well, from its own listener only', () => {
  const story = storyOf(approving());
  const heard = {
    kind: 'heard',
    listener: 'dingtalk',
    event: 'agreed',
    deliveryId: 'd1',
    payload: {},
  } as const;
  expect(codesOf(story.tell(system, { ...heard, listener: 'other' }))).toEqual(['event/not-permitted']);
  expect(codesOf(story.tell(agent, heard))).toEqual(['event/not-permitted']);
  story.tell(system, heard);
  expect(story.snapshot).toMatchObject({ configuration: 'yes', tasks: {} });
});

test('refuses a vote by somebody without the seat', () => {
  const story = storyOf(approving());
  expect(codesOf(story.tell(engineer, cast('money', 'yes')))).toEqual(['event/not-permitted']);
});
