import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { checkCertificate } from './check-certificate.ts';
import type { Plan } from './plan.ts';
import { planAssignments } from './plan-assignments.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const at = worked.at;
const first: WorkOrderFacts = worked.workOrder;
const [lin, wu, zhou] = people as readonly [AssigneeFacts, AssigneeFacts, AssigneeFacts];
const lease = '2026-03-02T02:03:00Z';

function order(
  id: string,
  changes: Partial<WorkOrderFacts> = {},
  record: WorkOrderFacts['record'] = {},
): WorkOrderFacts {
  return { ...first, id, ...changes, record: { ...first.record, ...record } };
}

function plan(workOrders: readonly WorkOrderFacts[], assignees = people, previous?: Plan): Plan {
  return planAssignments({
    policy,
    workOrders,
    assignees,
    at,
    ...(previous === undefined ? {} : { previous }),
  });
}

function holders({ offers, later, kept }: Plan): { readonly [id: string]: string } {
  const all = Object.entries({ ...offers, ...later, ...kept });
  return Object.fromEntries(all.map(([id, { assigneeId }]) => [id, assigneeId]));
}

function free(person: AssigneeFacts, id: string, changes: Partial<AssigneeFacts> = {}): AssigneeFacts {
  return { ...person, id, assignments: [], idleSince: '2026-03-02T01:10:00Z', ...changes };
}

test('offers the worked case to lin, with a certificate that a second reader confirms', () => {
  const made = plan([first]);
  expect(made.offers).toEqual({
    'WO-7': { assigneeId: 'lin', place: 'lin/2026-03-02', rung: 'best', alsoAsk: [] },
  });
  expect(made.certificate).toMatchObject({ gapPpm: 0, exact: true });
  expect(checkCertificate(made).sound).toBe(true);
});

test('survives JSON: the read plan is as sound as the made one', () => {
  const made = plan([first, order('WO-8')]);
  expect(checkCertificate(JSON.parse(JSON.stringify(made)) as Plan)).toEqual(checkCertificate(made));
});

test('finds a plan with tampered prices, placements or value unsound', () => {
  const made = plan([first, order('WO-8'), order('WO-9'), order('WO-10')], [lin, zhou]);
  const [place = ''] = Object.keys(made.prices);
  const sound = (changes: Partial<Plan>) => checkCertificate({ ...made, ...changes }).sound;
  expect(sound({})).toBe(true);
  expect(sound({ prices: { ...made.prices, [place]: [0, 1] } })).toBe(false);
  expect(sound({ certificate: { ...made.certificate, value: '1' } })).toBe(false);
  expect(
    sound({ offers: { ...made.offers, 'WO-7': { assigneeId: 'zheng', place: '', rung: '', alsoAsk: [] } } }),
  ).toBe(false);
});

test('[S22] fills three places of a day and leaves the fourth work order without', () => {
  const made = plan(
    ['a', 'b', 'c', 'd'].map((id) => order(id)),
    [free(zhou, 'zhou')],
  );
  expect(Object.values(holders(made))).toEqual(['zhou', 'zhou', 'zhou']);
  expect(Object.values(made.unmatched)).toEqual([{ why: 'no-place' }]);
});

test('offers one person no more new work per tick than the policy says, and plans the rest for later', () => {
  const made = plan(
    ['a', 'b'].map((id) => order(id)),
    [free(zhou, 'zhou')],
  );
  expect([Object.keys(made.offers).length, Object.keys(made.later).length]).toEqual([1, 1]);
});

test('gives the only place to a P0 although three others are worth more', () => {
  const urgent = order('z', {}, { severity: 'P0' });
  const old = ['a', 'b', 'c'].map((id) => order(id, { createdAt: '2026-03-01T22:30:00Z' }));
  const made = plan([...old, urgent], [lin]);
  expect(holders(made)).toEqual({ z: 'lin' });
  expect(made.served).toEqual({ urgent: 1 });
});

test('serves who waited four hours before whoever is worth more', () => {
  const waited = order('z', { createdAt: '2026-03-01T22:00:00Z' }, { severity: 'P3' });
  const made = plan([order('a', { dueAt: '2026-03-02T02:10:00Z' }), waited], [lin]);
  expect(holders(made)).toEqual({ z: 'lin' });
});

function margin(points: number, extra: number) {
  // The challenger is better by exactly this many units, through the first-fix bonus of a re-weighted policy.
  const { near, firstFix, ...others } = policyJson.criteria;
  const weighted = {
    near: { ...near, weight: near.weight + 30 - points - extra },
    firstFix: { ...firstFix, weight: points + extra },
  };
  const value = compilePolicy({ ...policyJson, criteria: { ...weighted, ...others } }).value;
  if (value === undefined) throw new Error('the weighted policy must compile');
  const holder = free(lin, 'holder', { firstFix: {} });
  const challenger = free(lin, 'challenger');
  const offered = order('a', {
    offer: { assigneeId: 'holder', state: 'offered', token: 3, leaseUntil: lease },
  });
  return planAssignments({ policy: value, workOrders: [offered], assignees: [holder, challenger], at });
}

test('[N25] keeps an offer at a gain of exactly the margin, counts it, and moves it above', () => {
  const stays = margin(5, 0);
  expect(stays.kept).toEqual({ a: { assigneeId: 'holder', why: 'held' } });
  expect(stays.moves).toEqual({ made: 0, prevented: 1 });
  const moves = margin(5, 1);
  expect(moves.offers['a']).toMatchObject({ assigneeId: 'challenger', movedFrom: 'holder' });
  expect(moves.withdrawn).toEqual({ a: { assigneeId: 'holder', token: 3, why: 'moved' } });
  expect(moves.moves).toEqual({ made: 1, prevented: 0 });
});

test.each([
  [{ state: 'offered' as const, seenAt: at }, 'seen'],
  [{ state: 'accepted' as const }, 'accepted'],
  [{ state: 'on-site' as const }, 'on-site'],
])('leaves %j where it is', (hold, why) => {
  const held = order('a', { offer: { assigneeId: 'zhou', token: 1, leaseUntil: lease, ...hold } });
  expect(plan([held]).kept).toEqual({ a: { assigneeId: 'zhou', why } });
});

test('takes an offer at its lease end for nobody’s, and an unfit holder’s away', () => {
  const ended = order('a', { offer: { assigneeId: 'zhou', state: 'offered', token: 1, leaseUntil: at } });
  expect(plan([ended]).offers['a']?.movedFrom).toBeUndefined();
  const unfit = order('a', { offer: { assigneeId: 'zheng', state: 'offered', token: 1, leaseUntil: lease } });
  expect(plan([unfit]).withdrawn['a']?.why).toBe('no-longer-fits');
});

test('holds what the plan before offered while the facts do not show it yet', () => {
  const before = plan([first], [zhou]);
  expect(plan([first], [zhou], before).kept).toEqual({ 'WO-7': { assigneeId: 'zhou', why: 'held' } });
});

test('asks nobody again who declined, and nobody who is pinned out', () => {
  const declined = order('a', { declinedBy: { lin: { at, reason: 'too-far' } } });
  expect(holders(plan([declined]))).toEqual({ a: 'wu' });
  const barred = order('a', { pins: { lin: { kind: 'must-not', until: lease } } });
  expect(holders(plan([barred]))).toEqual({ a: 'wu' });
  const over = order('a', { pins: { lin: { kind: 'must-not', until: at } } });
  expect(holders(plan([over]))).toEqual({ a: 'lin' });
});

test('meets a must-pin before every tier, and raises one that cannot be met', () => {
  const pinned = order('b', { pins: { lin: { kind: 'must', until: lease } } });
  expect(holders(plan([order('a', {}, { severity: 'P0' }), pinned], [lin]))).toEqual({ b: 'lin' });
  const absent = { ...lin, absences: [['2026-03-02T01:00:00Z', '2026-03-02T10:00:00Z']] } as const;
  const made = plan([pinned], [absent, wu]);
  expect(made.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['routing/pin-cannot-be-met', '/workOrders/b/pins/lin'],
  ]);
  expect(made.unmatched).toEqual({ b: { why: 'nobody-eligible' } });
});

test('leaves alone what the policy does not apply to, and refuses what it cannot read', () => {
  const made = plan([order('a', {}, { solvedRemotely: true }), order('b', {}, { severity: 'P9' })]);
  expect(made.leftAlone).toEqual(['a']);
  expect(made.unmatched).toEqual({ b: { why: 'invalid' } });
  expect(made.issues.map(({ pointer }) => pointer)).toEqual(['/workOrders/b/record/severity']);
});

test('asks as many as the rung says, each with a free place', () => {
  const made = plan([order('a', { rung: 'farther' })]);
  expect(made.offers['a']).toMatchObject({ assigneeId: 'lin', alsoAsk: ['wu'] });
});

test('refuses two facts with one id as misuse', () => {
  expect(() => plan([first, first])).toThrow(/twice/);
});

const crowd = Array.from({ length: 12 }, (_, index) =>
  free([lin, wu, zhou][index % 3] ?? lin, `p${index}`, { levels: { 'nvr/hikvision': 3 } }),
);
const queue = Array.from({ length: 20 }, (_, index) =>
  order(
    `w${index}`,
    { createdAt: `2026-03-02T01:${10 + index}:00Z` },
    { severity: ['P0', 'P1', 'P2'][index % 3] ?? 'P1' },
  ),
);

test('[B12] gives one planHash to a hundred orders of the input', () => {
  const { planHash } = plan(queue, crowd);
  const shuffled = fc.tuple(
    fc.shuffledSubarray([...queue], { minLength: queue.length }),
    fc.shuffledSubarray([...crowd], { minLength: crowd.length }),
  );
  fc.assert(
    fc.property(shuffled, ([workOrders, assignees]) => {
      expect(plan(workOrders, assignees).planHash).toBe(planHash);
    }),
    { numRuns: 100 },
  );
});

test('[B15] spreads equal work orders evenly over equal people', () => {
  const equal = Array.from({ length: 12 }, (_, index) => free(zhou, `q${index}`));
  const made = plan(queue, equal);
  const counts = equal.map(({ id }) => Object.values(holders(made)).filter((holder) => holder === id).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});
