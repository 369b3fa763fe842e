import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { overridePlan } from '../offer/override-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { planAssignments } from '../plan/plan-assignments.ts';
import { explain } from './explain.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const [lin, wu, zhou, zheng] = people as readonly [
  AssigneeFacts,
  AssigneeFacts,
  AssigneeFacts,
  AssigneeFacts,
];
const first: WorkOrderFacts = worked.workOrder;
const second: WorkOrderFacts = { ...first, id: 'WO-8' };

function plan(workOrders: readonly WorkOrderFacts[], assignees: readonly AssigneeFacts[]): Plan {
  return planAssignments({ policy, workOrders, assignees, at: worked.at });
}

test('[B16] explains the worked case: every term with points, every filter with values', () => {
  const made = explain(plan([first], people), 'WO-7');
  expect(made.chosen).toEqual({ assigneeId: 'lin', score: 880_000, decidedBy: 'score' });
  expect(made.nobody).toBeNull();
  const { lin: best, zheng: failed } = made.candidates;
  expect(best?.eligible && best.parts['near']).toEqual({
    raw: { distanceMetres: 14_999, from: 'position', ageMs: 40_000 },
    utilityBp: 10_000,
    weight: 30,
    points: 300_000,
  });
  expect(failed).toMatchObject({
    eligible: false,
    wouldScore: 940_000,
    failed: {
      certificate: { missing: ['hikvision'], endedAt: '2026-03-01T16:00:00.000Z', reason: 'no' },
      level: { have: 1, needs: 3, sentence: { 'zh-CN': '等级 1，需要 3', en: 'level 1, needs 3' } },
    },
  });
});

test('explains a stored plan to the same bytes after JSON', () => {
  const made = plan([first, second], people);
  const stored = JSON.parse(JSON.stringify(made)) as Plan;
  expect(JSON.stringify(explain(stored, 'WO-8'))).toBe(JSON.stringify(explain(made, 'WO-8')));
});

test('says who holds a better person’s place, and what forcing the pair would lose', () => {
  const busy = { ...lin, assignments: lin.assignments };
  const made = plan([first, second], [busy, wu]);
  const loser = made.offers['WO-7']?.assigneeId === 'lin' ? 'WO-8' : 'WO-7';
  const winner = loser === 'WO-7' ? 'WO-8' : 'WO-7';
  const why = explain(made, loser, 'lin');
  expect(why.chosen).toMatchObject({ assigneeId: 'wu', decidedBy: 'plan' });
  expect(why.plan.places['lin']?.heldBy).toEqual([winner]);
  expect(why.plan.places['lin']?.lossIfForced).toBe(0);
});

test('[R19] says why nobody: the smallest relaxations with their values, and the first instant that helps', () => {
  const off = { ...lin, shifts: [['2026-03-02T06:00:00Z', '2026-03-02T14:00:00Z']] } as const;
  const home = { latitude: 22.54, longitude: 114.06 };
  const { nobody, chosen } = explain(plan([first], [{ ...off, home }, zheng]), 'WO-7');
  expect(chosen).toBeNull();
  expect(nobody).toMatchObject({
    state: 'nobody-eligible',
    rung: 'best',
    possibleFrom: '2026-03-02T06:00:00.000Z',
    relaxations: [
      { lift: ['shift'], admits: ['lin'] },
      { lift: ['certificate', 'level'], admits: ['zheng'], needs: { level: [{ have: 1, needs: 3 }] } },
    ],
  });
});

test('refuses to explain what the plan does not know', () => {
  const made = plan([first], people);
  expect(() => explain(made, 'WO-9')).toThrow(/not part/);
  expect(() => explain(made, 'WO-7', 'nobody')).toThrow(/not part/);
});

test('[S27] lists what an override breaks, both scores, its cost and who has to move', () => {
  const made = plan([first], people);
  expect(overridePlan(made, 'WO-7', 'zheng')).toMatchObject({
    broken: { certificate: { values: { missing: ['hikvision'] } }, level: { values: { have: 1, needs: 3 } } },
    needsSecondApprover: ['certificate'],
    scores: { picked: 940_000, planned: 880_000 },
    moved: {},
  });
  const fair = overridePlan(made, 'WO-7', 'wu');
  expect([fair.broken, fair.cost]).toEqual([{}, 140_000]);
  const held = plan([first, second], [lin, zhou]);
  const one = held.offers['WO-7']?.assigneeId === 'lin' ? 'WO-8' : 'WO-7';
  const other = one === 'WO-7' ? 'WO-8' : 'WO-7';
  expect(overridePlan(held, one, 'lin').moved).toEqual({ [other]: { from: 'lin', to: 'zhou' } });
});
