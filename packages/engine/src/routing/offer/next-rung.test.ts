import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { nextRung, type Pass } from './next-rung.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const [lin, wu] = people as readonly [AssigneeFacts, AssigneeFacts];
const startedAt = '2026-03-02T02:00:00.000Z';
const p0: Pass = {
  workOrder: { ...worked.workOrder, record: { ...worked.workOrder.record, severity: 'P0' } },
  assignees: people,
  startedAt,
  askedBefore: [],
};
const later = (ms: number) => new Date(Date.parse(startedAt) + ms).toISOString();
const onRung = (rung: string, asked: NonNullable<Pass['current']>['asked'], begun = startedAt): Pass => ({
  ...p0,
  current: { rung, startedAt: begun, asked },
});

test('[R16] asks the best for 60 s first', () => {
  expect(nextRung(policy, p0, startedAt)).toMatchObject({
    kind: 'ask',
    rung: 'nearest',
    until: later(60_000),
    people: [{ assigneeId: 'lin', leaseUntil: later(60_000) }],
    skipped: [],
  });
});

test('stays while somebody may still answer', () => {
  const step = nextRung(policy, onRung('nearest', { lin: 'offered' }), later(59_999));
  expect(step).toEqual({ kind: 'stay', rung: 'nearest', until: later(60_000), skipped: [] });
});

test('goes on at the end of the window, at the instant it ended, and asks nobody twice', () => {
  const step = nextRung(policy, onRung('nearest', { lin: 'expired' }), later(61_000));
  expect(step).toMatchObject({ kind: 'ask', rung: 'three', startedAt: later(60_000), until: later(120_000) });
  expect(step.kind === 'ask' && step.people.map(({ assigneeId }) => assigneeId)).toEqual(['wu', 'zhou']);
});

test('goes on at once when all it asked have declined', () => {
  const step = nextRung(policy, onRung('nearest', { lin: 'declined' }), later(5000));
  expect(step).toMatchObject({ kind: 'ask', rung: 'three', startedAt: later(5000), until: later(65_000) });
});

test('gives no time to a rung without candidates, and ends with the chief', () => {
  expect(nextRung(policy, { ...p0, assignees: [] }, startedAt)).toEqual({
    kind: 'escalate',
    rung: 'chief',
    role: 'duty-chief',
    skipped: ['nearest', 'three', 'wide', 'duty'].map((rung) => ({ rung, why: 'nobody' })),
  });
});

test('resumes after an outage at the rung that is due now', () => {
  const step = nextRung(policy, onRung('nearest', { lin: 'offered' }), later(130_000));
  expect(step).toMatchObject({
    kind: 'escalate',
    skipped: [
      { rung: 'three', why: 'passed' },
      { rung: 'wide', why: 'nobody' },
      { rung: 'duty', why: 'nobody' },
    ],
  });
  const brief = nextRung(policy, onRung('nearest', { lin: 'offered' }), later(119_000));
  expect(brief).toMatchObject({ kind: 'ask', rung: 'three', until: later(120_000) });
});

function onDuty(person: AssigneeFacts, count: number): AssigneeFacts {
  const assignments = Array.from({ length: count }, (_, index) => ({
    workOrderId: `D${index}`,
    state: 'accepted' as const,
  }));
  return { ...person, assignments, onDuty: [['2026-03-02T00:00:00Z', '2026-03-02T12:00:00Z']] };
}

test('[R10] assigns somebody on duty a fourth work order by declared relaxation, and never a fifth', () => {
  const duty = (count: number) =>
    nextRung(policy, { ...onRung('wide', {}), assignees: [onDuty(lin, count), wu] }, later(180_000));
  expect(duty(3)).toMatchObject({
    kind: 'assign',
    rung: 'duty',
    assigneeId: 'lin',
    admitted: { load: { kind: 'admitted', values: { used: 3, atMost: 3 } } },
  });
  expect(duty(4)).toMatchObject({ kind: 'escalate', rung: 'chief' });
});

test('is exhausted after the escalation, and waits with an alarm on the everyday ladder', () => {
  expect(nextRung(policy, onRung('chief', {}), later(200_000))).toEqual({ kind: 'exhausted', skipped: [] });
  const everyday: Pass = { ...p0, workOrder: worked.workOrder, assignees: [] };
  expect(nextRung(policy, everyday, startedAt)).toMatchObject({
    kind: 'wait',
    rung: 'queue',
    alarm: 'dispatcher',
    nextAlarmAt: later(1_800_000),
  });
});

test('[R16] counts the everyday window in the working time of the person', () => {
  const absences = [['2026-03-02T05:02:00Z', '2026-03-02T05:30:00Z']] as const;
  const pass: Pass = {
    ...p0,
    workOrder: { ...worked.workOrder, plannedAt: '2026-03-02T07:00:00Z' },
    assignees: [{ ...lin, absences }],
    startedAt: '2026-03-02T05:00:00Z',
  };
  const near = { ...lin, absences, home: { latitude: 22.54, longitude: 114.06 } };
  const step = nextRung(policy, { ...pass, assignees: [near] }, '2026-03-02T05:00:00Z');
  expect(step).toMatchObject({ kind: 'ask', rung: 'best', until: '2026-03-02T05:33:00.000Z' });
});
