import { expect, test } from 'vitest';
import type { Assignment } from '../../store/assignments.ts';
import { type Change, nextAssignments } from './next-assignments.ts';

const snapshot: Change['snapshot'] = { workOrderId: 'wo', status: 'open', at: '2030-01-07T03:00:00.000Z' };
const held = (state: Assignment['state'], personId = 'lin'): Assignment => ({
  ...{ personId, workOrderId: 'wo', state, since: '2030-01-07T01:00:00.000Z' },
});
const states = (assignments: readonly Assignment[]) =>
  assignments.map(({ personId, state }) => [personId, state]);

test('[R10] an acceptance keeps the place, and the offers beside it give theirs back', () => {
  const before = [held('offered', 'lin'), held('offered', 'mei')];
  const after = nextAssignments(before, { holdings: [{ personId: 'lin', state: 'accepted' }], snapshot });
  expect(states(after)).toEqual([['lin', 'accepted']]);
});

test.each([
  ['depart', 'accepted', 'under-way'],
  ['arrive', 'under-way', 'on-site'],
  ['leave', 'on-site', 'finished'],
] as const)('%s brings %s work to %s', (what, from, to) => {
  const holdings = [{ personId: 'lin', state: 'accepted' }] as const;
  const after = nextAssignments([held(from)], { holdings, movement: { personId: 'lin', what }, snapshot });
  expect(after).toMatchObject([{ state: to, since: snapshot.at }]);
  expect(states(nextAssignments(after, { holdings, snapshot }))).toEqual([['lin', to]]);
});

test("somebody else's way leaves a hold as it is", () => {
  const holdings = [{ personId: 'lin', state: 'accepted' }] as const;
  const movement = { personId: 'mei', what: 'arrive' } as const;
  expect(nextAssignments([held('accepted')], { holdings, movement, snapshot })).toEqual([held('accepted')]);
});

test.each([
  ['offered', 'done', []],
  ['accepted', 'done', [['lin', 'finished']]],
  ['accepted', 'cancelled', []],
  ['under-way', 'cancelled', [['lin', 'finished']]],
  ['on-site', 'done', [['lin', 'finished']]],
] as const)('[R10] %s work of a work order that ends %s counts as %j', (state, outcome, expected) => {
  const ended = { ...snapshot, status: 'ended', outcome } as const;
  expect(states(nextAssignments([held(state)], { holdings: [], snapshot: ended }))).toEqual(expected);
});

test('[R10] work given to somebody else after the visit still counts for whoever was there', () => {
  const holdings = [{ personId: 'mei', state: 'accepted' }] as const;
  expect(states(nextAssignments([held('on-site')], { holdings, snapshot }))).toEqual([
    ['mei', 'accepted'],
    ['lin', 'finished'],
  ]);
});
