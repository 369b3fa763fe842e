import { expect, test } from 'vitest';
import type { Workflow } from '../author/definition/workflow.ts';
import { is, smallWorkflow } from '../decide/proving/small-flow.ts';
import { verifyWorkflow } from './verify-workflow.ts';

type Steps = Workflow['flow']['steps'];

const done = { kind: 'end', stage: 'archive', outcome: 'done' } as const;
const asking = (transitions: NonNullable<Extract<Steps[string], { kind: 'form' }>['transitions']>) =>
  ({ kind: 'form', stage: 'execute', by: { roles: ['agent'] }, form: 'blank', transitions }) as const;
const verify = (steps: Steps) => verifyWorkflow(smallWorkflow({ steps }));
const codesOf = (steps: Steps) =>
  verify(steps)
    .issues.filter(({ data }) => data['id'] === undefined || String(data['id']).includes('/'))
    .map(({ code, pointer }) => [code, pointer]);

test('[N03] shows that a plain flow always ends, and says what it did not ask', () => {
  const { sound, certificate, issues } = verify({
    a: asking({ submitted: { to: 'b' } }),
    b: asking({ submitted: { to: 'done' } }),
    done,
  });
  expect(sound).toBe(true);
  expect(certificate.claims.map(({ id, holds }) => [id, holds])).toEqual([
    ['every-step-reached', true],
    ['never-stuck', true],
    ['always-ends', true],
    ['gates-not-bypassed', true],
  ]);
  expect(certificate.positions).toBe(3);
  expect(issues.every(({ code }) => code === 'verify/undecided')).toBe(true);
  expect(certificate.undecided).toEqual(['conditions', 'form-can-submit', 'clock-bounds', 'ladder-on-duty']);
});

test('finds a circle with no way to an end, with the way there', () => {
  const steps: Steps = {
    a: asking({
      submitted: { when: is('record.note', 'x'), to: 'done' },
      again: { on: 'submitted', to: 'b' },
    }),
    b: asking({ submitted: { to: 'c' } }),
    c: asking({ submitted: { to: 'b' } }),
    done,
  };
  const stuck = verify(steps).issues.filter(({ code }) => code === 'verify/stuck');
  expect(stuck.map(({ pointer, data }) => [pointer, data['witness']])).toEqual([
    ['/flow/steps/b', ['a.again']],
    ['/flow/steps/c', ['a.again', 'b.submitted']],
  ]);
  expect(verify(steps).sound).toBe(false);
});

test('never passes an end that hangs on data: it is undecided, at its position', () => {
  const steps: Steps = { a: asking({ submitted: { when: is('record.note', 'x'), to: 'done' } }), done };
  expect(codesOf(steps)).toEqual([['verify/undecided', '/flow/steps/a']]);
  expect(verify(steps).certificate.claims.find(({ id }) => id === 'always-ends')?.holds).toBe(false);
});

test('names a step no run reaches', () => {
  const steps: Steps = {
    a: asking({ submitted: { to: 'done' } }),
    lost: asking({ submitted: { to: 'done' } }),
    done,
  };
  expect(codesOf(steps)).toEqual([['verify/unreachable-step', '/flow/steps/lost']]);
});

test('refuses a way past a gate to what stands behind it', () => {
  const gate = {
    kind: 'gate',
    stage: 'feedback',
    needs: 'all',
    proofs: { signed: { by: { roles: ['agent'] }, form: 'blank', holds: is('record.note', 'x') } },
    transitions: { complete: { to: 'done' } },
  } as const;
  const open: Steps = { a: asking({ submitted: { to: 'gate' } }), gate, done };
  expect(codesOf(open)).toEqual([]);
  const past: Steps = {
    a: asking({
      submitted: { when: is('record.note', 'y'), to: 'done' },
      other: { on: 'submitted', to: 'gate' },
    }),
    gate,
    done,
  };
  expect(codesOf(past)).toEqual([['verify/gate-bypassed', '/flow/steps/a/transitions/submitted']]);
});

test('follows parallel branches together and joins them where they may join', () => {
  const branch = (id: string) => ({
    start: id,
    steps: { [id]: asking({ submitted: { to: `${id}-end` } }), [`${id}-end`]: { ...done, stage: 'execute' } },
  });
  const both = {
    kind: 'parallel',
    stage: 'execute',
    branches: { l: branch('left'), r: branch('right') },
  } as const;
  const steps = { both: { ...both, transitions: { joined: { to: 'done' } } }, done } as unknown as Steps;
  const { certificate, sound } = verify(steps);
  expect(sound).toBe(true);
  expect(certificate.positions).toBe(5);
});
