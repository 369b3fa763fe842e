import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { failureSentence } from '../reason/sentences.ts';
import { rankCandidates } from './rank-candidates.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const workOrder: WorkOrderFacts = worked.workOrder;
const at = worked.at;
const [lin, wu, zhou, zheng] = people as readonly [
  AssigneeFacts,
  AssigneeFacts,
  AssigneeFacts,
  AssigneeFacts,
];

function rank(some: readonly AssigneeFacts[] = people, changes: Partial<WorkOrderFacts> = {}) {
  return rankCandidates(policy, { ...workOrder, ...changes }, some, at);
}

function failedOf(person: AssigneeFacts, changes: Partial<WorkOrderFacts> = {}) {
  return rank([person], changes).notEligible[0]?.failed ?? {};
}

function pointsOf(person: AssigneeFacts, criterion: string) {
  const { candidates, notEligible } = rank([person]);
  return [...candidates, ...notEligible][0]?.parts[criterion]?.points;
}

/** A person so many metres north of the site. */
function away(person: AssigneeFacts, metres: number, changes: Partial<AssigneeFacts> = {}): AssigneeFacts {
  const latitude = 22.54 + ((metres / 6_371_008.8) * 180) / Math.PI;
  return { ...person, position: { latitude, longitude: 114.06, at: '2026-03-02T01:59:20Z' }, ...changes };
}

test('[B16] grades the worked case to the digit, with every part', () => {
  const { candidates, notEligible, issues } = rank();
  const parts = candidates.map(({ assigneeId, score, parts }) => [
    assigneeId,
    score,
    Object.values(parts).map(({ points }) => points / 10_000),
  ]);
  expect(parts).toEqual([
    ['lin', 880_000, [30, 30, 20, 8]],
    ['wu', 740_000, [30, 30, 0, 14]],
    ['zhou', 200_000, [0, 0, 0, 20]],
  ]);
  expect(notEligible.map(({ assigneeId, score }) => [assigneeId, score])).toEqual([['zheng', 940_000]]);
  expect(issues).toEqual([]);
});

test('[S21] names the missing certificate with its end, and the level with what is needed', () => {
  const failed = failedOf(zheng);
  expect(Object.keys(failed)).toEqual(['certificate', 'level']);
  expect(failed['certificate']?.values).toEqual({
    missing: ['hikvision'],
    endedAt: '2026-03-01T16:00:00.000Z',
  });
  expect(failed['level']?.values).toEqual({ have: 1, needs: 3 });
});

test('[S23] gives the bonus at 71:59:59.999 and none at 72:00:00.000 or to who never did it, and says so', () => {
  expect(pointsOf(lin, 'recent')).toBe(200_000);
  expect(pointsOf(zhou, 'recent')).toBe(0);
  expect(pointsOf(wu, 'recent')).toBe(0);
  expect(rank([wu]).candidates[0]?.parts['recent']?.raw).toEqual({ note: 'never' });
});

test('[S24] gives the bonus at 14,999 m and none at 15,000 m', () => {
  expect(pointsOf(away(lin, 14_999), 'near')).toBe(300_000);
  expect(pointsOf(away(lin, 15_000), 'near')).toBe(0);
});

test('reaches 60,000 m and not 60,001 m', () => {
  const travelled = { shifts: [['2026-03-02T00:00:00Z', '2026-03-02T14:00:00Z']] } as const;
  expect(failedOf(away(lin, 60_000, travelled))).toEqual({});
  expect(failedOf(away(lin, 60_001, travelled))['reach']?.values).toEqual({
    metres: 60_001,
    atMostMetres: 60_000,
  });
});

test.each([
  [[17, 20], 0],
  [[850, 1000], 0],
  [[18, 21], 300_000],
  [[851, 1000], 300_000],
] as const)('[S25] compares %j with 85 %% as an exact fraction', (rate, points) => {
  const firstFix = { 'deviceModel=NVR-16': rate };
  expect(pointsOf({ ...lin, firstFix }, 'firstFix')).toBe(points);
});

test('uses the estimate below five work orders and says so, and the rate itself from five on', () => {
  const rates = { 'deviceType=nvr': [12, 15], everybody: [6100, 10_000] } as const;
  const four = rank([{ ...lin, firstFix: { 'deviceModel=NVR-16': [4, 4], ...rates } }]).candidates[0];
  expect(four?.parts['firstFix']?.raw).toEqual({
    fixed: 4,
    closed: 4,
    estimate: [156, 180],
    note: 'sample-too-small',
  });
  const five = rank([{ ...lin, firstFix: { 'deviceModel=NVR-16': [5, 5], ...rates } }]).candidates[0];
  expect(five?.parts['firstFix']?.raw).toEqual({ fixed: 5, closed: 5 });
});

test('[S22] lets the third work order of a local day pass and filters the fourth, saying 「当日负荷 3/3」', () => {
  const held = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      workOrderId: `X-${index}`,
      state: 'accepted' as const,
      plannedAt: '2026-03-02T03:00:00Z',
    }));
  expect(failedOf({ ...lin, assignments: held(2) })).toEqual({});
  const failure = failedOf({ ...lin, assignments: held(3) })['load'];
  expect(failure?.values).toEqual({ used: 3, atMost: 3 });
  expect(failure && failureSentence(policy, 'load', failure)).toMatchObject({ 'zh-CN': '当日负荷 3/3' });
});

test('[S22] gives back what was declined, expired, withdrawn or cancelled, and carries over what is unfinished', () => {
  const states = ['declined', 'expired', 'withdrawn', 'cancelled'] as const;
  const gone = states.map((state) => ({ workOrderId: state, state, plannedAt: '2026-03-02T03:00:00Z' }));
  expect(pointsOf({ ...lin, assignments: gone }, 'load')).toBe(200_000);
  const carried = [{ workOrderId: 'A', state: 'accepted' as const, plannedAt: '2026-03-01T03:00:00Z' }];
  expect(pointsOf({ ...lin, assignments: carried }, 'load')).toBe(140_000);
  const finished = [{ workOrderId: 'A', state: 'finished' as const, plannedAt: '2026-03-01T03:00:00Z' }];
  expect(pointsOf({ ...lin, assignments: finished }, 'load')).toBe(200_000);
});

test('counts the day of the person, not of the customer, and the day of the planned visit', () => {
  // 17:30 UTC is 01:30 on 3 March in Shanghai and 23:30 on 2 March in Urumqi.
  const night = { plannedAt: '2026-03-02T17:30:00Z', visitMs: 600_000 };
  const assignments = [{ workOrderId: 'A', state: 'accepted' as const, plannedAt: '2026-03-02T04:00:00Z' }];
  const shifts = [['2026-03-02T00:00:00Z', '2026-03-03T10:00:00Z']] as const;
  const used = (zone: string) =>
    rank([{ ...lin, zone, shifts, assignments }], night).candidates[0]?.parts['load']?.raw;
  expect(used('Asia/Shanghai')).toEqual({ workOrdersOfDay: 0, day: '2026-03-03' });
  expect(used('Asia/Urumqi')).toEqual({ workOrdersOfDay: 1, day: '2026-03-02' });
});

test('[S21] wants one span of validity over the whole visit: through 24:00 passes, over midnight does not', () => {
  const untilMarch = [['2025-03-01T00:00:00+08:00', '2026-04-01T00:00:00+08:00']] as const;
  const person = {
    ...lin,
    shifts: [['2026-03-02T00:00:00Z', '2026-04-02T00:00:00Z']] as const,
    assignments: [],
  };
  const visit = (plannedAt: string) => ({ plannedAt, visitMs: 3_600_000 });
  const failed = (plannedAt: string, spans: AssigneeFacts['certificates'][string] = untilMarch) =>
    Object.keys(failedOf({ ...person, certificates: { hikvision: spans } }, visit(plannedAt)));
  expect(failed('2026-03-31T23:00:00+08:00')).toEqual([]);
  expect(failed('2026-03-31T23:30:00+08:00')).toEqual(['certificate']);
  expect(
    failed('2026-03-31T23:30:00+08:00', [['2025-03-01T00:00:00+08:00', '2027-04-01T00:00:00+08:00']]),
  ).toEqual([]);
});

test('[S24] labels the place that stands in for a stale position, and fails reach as unknown without any', () => {
  const place = { latitude: 22.54, longitude: 114.06 };
  const taken = (instant: string, others: Partial<AssigneeFacts>) =>
    rank([{ ...lin, position: { ...place, at: instant }, ...others }]);
  const near = (ranking: ReturnType<typeof rank>) => ranking.candidates[0]?.parts['near']?.raw['from'];
  const others = { currentJob: place, nextJob: place, home: place };
  expect(near(taken('2026-03-02T01:50:00.000Z', others))).toBe('position');
  expect(near(taken('2026-03-02T01:49:59.999Z', others))).toBe('currentJob');
  expect(near(taken('2026-03-02T01:49:59.999Z', { ...others, currentJob: null }))).toBe('nextJob');
  expect(near(taken('2026-03-02T01:49:59.999Z', { home: place }))).toBe('home');
  const none = taken('2026-03-02T01:49:59.999Z', {}).notEligible[0];
  expect(none?.failed['reach']?.reason).toBe('unknown');
  expect(none?.parts['near']?.points).toBe(0);
});

test('reads no position from outside the shift', () => {
  const shifts = [['2026-03-02T01:59:30Z', '2026-03-02T10:00:00Z']] as const;
  expect(failedOf({ ...lin, shifts })['reach']?.reason).toBe('unknown');
});

test('[B10] is out when the shift ends in the visit or an absence lies in it, and in with a phone asleep', () => {
  const why = (changes: Partial<AssigneeFacts>) => failedOf({ ...lin, ...changes })['shift']?.values['why'];
  expect(why({ shifts: [['2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z']] })).toBe('off-shift');
  expect(why({ absences: [['2026-03-02T03:00:00Z', '2026-03-02T03:10:00Z']] })).toBe('absent');
  expect(why({ paused: true })).toBe('paused');
  expect(why({ position: null, home: { latitude: 22.54, longitude: 114.06 } })).toBeUndefined();
});

test('[B08] filters level 2 on an NVR P0 and admits it on the rung that says so, with the mentor named', () => {
  const record = { ...workOrder.record, severity: 'P0' };
  const junior = { ...lin, levels: { 'nvr/hikvision': 2 } };
  expect(failedOf(junior, { record })['level']?.values).toEqual({ have: 2, needs: 3 });
  expect(failedOf(junior, { record, rung: 'wide' })['level']?.reason).toBe('no-mentor');
  const mei = { levels: { 'nvr/hikvision': 4 }, shifts: junior.shifts, absences: [] };
  const admitted = rank([{ ...junior, mentors: { mei } }], { record, rung: 'wide' }).candidates[0]?.admitted;
  expect(admitted?.['level']).toEqual({ kind: 'admitted', values: { have: 2, needs: 3 }, mentor: 'mei' });
});

test('ranks whoever needs leave of the rung after everybody who does not', () => {
  const far = away(lin, 70_000, {
    shifts: [['2026-03-02T00:00:00Z', '2026-03-02T16:00:00Z']],
    assignments: [],
  });
  const ids = rank([far, zhou], { rung: 'farther' }).candidates.map(({ assigneeId }) => assigneeId);
  expect(ids).toEqual(['zhou', 'lin']);
});

test('keeps the order where a criterion does not apply, and gives it to everybody in full', () => {
  const record = { ...workOrder.record, onSite: false };
  const { candidates } = rank(people, { record });
  expect(candidates.map(({ assigneeId }) => assigneeId)).toEqual(['lin', 'wu', 'zhou']);
  expect(candidates.map(({ parts }) => parts['near']?.points)).toEqual([300_000, 300_000, 300_000]);
});

test('[S20] reports a device type that is missing or unknown at its pointer, and needs no brand', () => {
  const { deviceType: _, ...withoutType } = workOrder.record;
  const missing = rank(people, { record: withoutType });
  expect(missing.candidates).toEqual([]);
  expect(missing.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['routing/unknown-tag-value', '/record/deviceType'],
  ]);
  const { brand: __, ...withoutBrand } = workOrder.record;
  const found = rank(people, { record: withoutBrand }).candidates.map(({ assigneeId }) => assigneeId);
  expect(found).toEqual(['lin', 'wu', 'zhou']);
});

test('[S20] takes all 24 combinations of type, severity and place of work', () => {
  for (const deviceType of ['ipc', 'access', 'nvr']) {
    for (const severity of ['P0', 'P1', 'P2', 'P3']) {
      for (const onSite of [true, false]) {
        expect(
          rank(people, { record: { ...workOrder.record, deviceType, severity, onSite } }).issues,
        ).toEqual([]);
      }
    }
  }
});

test('[R19] finds an empty pool and never takes everyone', () => {
  const { candidates, issues } = rank([{ ...lin, roles: ['dispatcher'] }]);
  expect(candidates).toEqual([]);
  expect(issues.map(({ code }) => code)).toEqual(['routing/empty-pool']);
});

test('[B07] keeps whoever the customer refused out, whatever their score', () => {
  const record = { ...workOrder.record, refusedAssignees: ['lin'] };
  expect(Object.keys(failedOf(lin, { record }))).toEqual(['veto']);
});

test('[R21] breaks ties by load, then idle time, then a hash, never by input order', () => {
  const twin = (id: string, idleSince: string) => ({ ...wu, id, idleSince, assignments: [] });
  const busy = { ...twin('a', '2026-03-02T00:00:00Z'), firstFix: {} };
  const ids = (list: readonly AssigneeFacts[]) => rank(list).candidates.map(({ assigneeId }) => assigneeId);
  const one = twin('b', '2026-03-02T01:10:00Z');
  const longer = twin('c', '2026-03-02T01:09:00Z');
  expect(ids([one, longer, busy])).toEqual(['c', 'b', 'a']);
  expect(ids([busy, longer, one])).toEqual(['c', 'b', 'a']);
  const equal = Array.from({ length: 20 }, (_, index) => twin(`p${index}`, '2026-03-02T01:10:00Z'));
  expect(ids(equal)).toEqual(ids([...equal].reverse()));
});

const person = fc.record({
  id: fc.uuid(),
  metres: fc.integer({ min: 0, max: 70_000 }),
  closed: fc.integer({ min: 0, max: 30 }),
  missed: fc.integer({ min: 0, max: 5 }),
  load: fc.integer({ min: 0, max: 3 }),
  level: fc.integer({ min: 1, max: 5 }),
});
const pool = fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }).map((list) =>
  list.map(({ id, metres, closed, missed, load, level }) =>
    away(lin, metres, {
      id,
      levels: { 'nvr/hikvision': level },
      firstFix: { 'deviceModel=NVR-16': [Math.max(0, closed - missed), closed], everybody: [61, 100] },
      assignments: Array.from({ length: load }, (_, index) => ({
        workOrderId: `${id}-${index}`,
        state: 'accepted' as const,
      })),
    }),
  ),
);

test('sums the parts to the score for every pair', () => {
  fc.assert(
    fc.property(pool, (some) => {
      const { candidates, notEligible } = rank(some);
      expect(candidates.length + notEligible.length).toBe(some.length);
      for (const { score, parts } of [...candidates, ...notEligible]) {
        const sum = Object.values(parts).reduce((total, { points }) => total + points, 0);
        expect(sum).toBe(score);
      }
    }),
    { numRuns: 60 },
  );
});

test('never swaps two people when anybody else comes or goes', () => {
  fc.assert(
    fc.property(pool, fc.nat(), (some, pick) => {
      const ids = (list: readonly AssigneeFacts[]) =>
        rank(list).candidates.map(({ assigneeId }) => assigneeId);
      const gone = some[pick % some.length]?.id;
      const before = ids(some).filter((id) => id !== gone);
      expect(ids(some.filter(({ id }) => id !== gone))).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
