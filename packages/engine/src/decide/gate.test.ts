import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GateStep } from '../author/definition/steps/gate.ts';
import type { WorkOrderEvent } from './event.ts';
import { formOf } from './proving/plain-forms.ts';
import {
  agent,
  chief,
  codesOf,
  compiledOf,
  customer,
  engineer,
  is,
  type Story,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

const missing = (name: string) => ({ '!': [{ missing: [name] }] });

const proofs: GateStep['proofs'] = {
  signs: {
    by: { roles: ['customer'] },
    form: 'signature',
    holds: missing('record.signature'),
    covers: ['/check'],
    otherwise: {
      'no-answer': {
        after: { hours: 72 },
        by: { roles: ['chief'] },
        form: 'blank',
        holds: missing('record.note'),
      },
    },
  },
  checks: {
    by: { assignee: 'engineer', roles: ['engineer'] },
    form: 'check',
    holds: is('record.check', 'passed'),
    otherwise: {
      remote: {
        when: is('record.remote', true),
        by: { roles: ['agent'] },
        form: 'remote',
        holds: is('record.remote', true),
      },
    },
  },
  lists: {
    by: { roles: ['engineer'] },
    form: 'parts',
    holds: missing('record.parts'),
    agrees: { '/parts': '/partsIssued' },
  },
};

const gated = compiledOf(
  smallWorkflow(
    {
      events: {
        finish: { title: 'Finish', by: ['agent'] },
        issued: { title: 'Issued', by: ['agent'], payload: { type: 'object' } },
        back: { title: 'Back', by: ['agent'] },
      },
      anywhere: { issued: { set: { '/partsIssued': { var: 'event.parts' } } } },
      steps: {
        work: { kind: 'wait', stage: 'execute', transitions: { finish: { to: 'closing' } } },
        closing: {
          kind: 'gate',
          stage: 'feedback',
          needs: 'all',
          opensAt: ['enter.work'],
          proofs,
          transitions: { complete: { to: 'archived' }, back: { to: 'work' } },
        },
        archived: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    },
    {
      forms: {
        blank: formOf('', 'note'),
        signature: formOf('', 'signature'),
        check: formOf('', 'check'),
        remote: formOf('', 'remote'),
        parts: formOf('', 'parts'),
      },
    },
  ),
);

const parts = (...quantities: readonly number[]) =>
  quantities.map((quantity) => ({ sku: 'disk-4t', quantity }));
const give = (proof: string, form: string, values: Extract<WorkOrderEvent, { kind: 'submit' }>['values']) =>
  ({ kind: 'submit', step: 'closing', proof, form, values }) as const;
const sign = give('signs', 'signature', { signature: 'strokes' });
const check = give('checks', 'check', { check: 'passed' });
const list = give('lists', 'parts', { parts: parts(1, 1) });
const issue = { kind: 'send', event: 'issued', payload: { parts: parts(2) } } as const;
const done = { kind: 'send', event: 'finish' } as const;

const openProofs = (story: Story) => Object.values(story.snapshot.tasks).map(({ proof }) => proof);

test('opens its tasks before the step is reached, and completes as soon as it is when nothing is missing', () => {
  const story = storyOf(gated);
  expect(story.snapshot.configuration).toBe('work');
  expect(openProofs(story)).toEqual(['signs', 'checks', 'lists']);
  for (const event of [check, list]) story.tell(engineer, event);
  story.tell(customer, sign);
  story.tell(agent, issue);
  expect(openProofs(story)).toEqual([]);
  story.tell(agent, done);
  expect(story.snapshot).toMatchObject({ status: 'ended', outcome: 'done' });
});

test('[S60] stays closed while one proof is missing', () => {
  const story = storyOf(gated);
  story.tell(agent, done);
  story.tell(engineer, check);
  story.tell(customer, sign);
  story.tell(agent, issue);
  expect(story.snapshot.configuration).toBe('closing');
  story.tell(engineer, list);
  expect(story.snapshot.status).toBe('ended');
});

test('voids a proof once a field it covers has changed, and asks for it again', () => {
  const story = storyOf(gated);
  story.tell(customer, sign);
  expect(openProofs(story)).toEqual(['checks', 'lists']);
  story.tell(engineer, check);
  expect(story.entries('proof-voided')).toMatchObject([{ step: 'closing', proof: 'signs' }]);
  expect(openProofs(story)).toEqual(['lists', 'signs']);
});

test('keeps the answers of a proof that does not hold, and does not count it', () => {
  const story = storyOf(gated);
  story.tell(engineer, give('checks', 'check', { check: 'failed' }));
  expect(story.snapshot.record).toEqual({ check: 'failed' });
  expect(story.entries('proof-given')).toEqual([]);
  expect(openProofs(story)).toContain('checks');
});

test('waits until two lists have equal sums of quantity per sku', () => {
  const story = storyOf(gated);
  story.tell(agent, done);
  story.tell(engineer, check);
  story.tell(customer, sign);
  story.tell(engineer, list);
  story.tell(agent, { ...issue, payload: { parts: parts(3) } });
  expect(openProofs(story)).toEqual(['lists']);
  story.tell(agent, issue);
  expect(story.snapshot.status).toBe('ended');
});

test('[R28] opens a way out only when its condition holds, or its time has passed since the gate was reached', () => {
  const story = storyOf(gated);
  const supervisor = { ...give('signs', 'blank', { note: 'nobody came' }), alternative: 'no-answer' };
  const remote = { ...give('checks', 'remote', { remote: true }), alternative: 'remote' };
  expect(codesOf(story.tell(agent, remote))).toEqual(['gate/not-yet']);
  expect(codesOf(story.tell(chief, supervisor))).toEqual(['gate/not-yet']);
  story.tell(agent, done);
  expect(codesOf(story.tell(chief, supervisor))).toEqual(['gate/not-yet']);
  const token = story.snapshot.timers['closing/signs/no-answer']?.token ?? 0;
  story.tell(system, { kind: 'timerDue', timer: 'closing/signs/no-answer', token }, 72 * 3_600_000);
  expect(Object.values(story.snapshot.tasks)).toMatchObject([
    { proof: 'signs', candidates: { roles: ['customer', 'chief'] } },
    { proof: 'checks' },
    { proof: 'lists' },
  ]);
  story.tell(chief, supervisor);
  expect(story.entries('proof-given')).toMatchObject([{ proof: 'signs', alternative: 'no-answer' }]);
});

test('begins anew when its moment comes again', () => {
  const story = storyOf(gated);
  story.tell(engineer, check);
  story.tell(agent, done);
  story.tell(agent, { kind: 'send', event: 'back' });
  expect(story.snapshot.configuration).toBe('work');
  expect(story.snapshot.work['closing']?.proofs).toEqual({});
  expect(openProofs(story)).toEqual(['signs', 'checks', 'lists']);
});

test('[S60] is passed by no sequence of events that leaves a proof out', () => {
  const acts = [
    [engineer, check],
    [engineer, give('checks', 'check', { check: 'failed' })],
    [engineer, list],
    [engineer, give('lists', 'parts', { parts: parts(5) })],
    [agent, issue],
    [agent, done],
    [agent, { kind: 'send', event: 'back' }],
    [agent, { kind: 'send', event: 'complete' }],
    [
      chief,
      {
        kind: 'submit',
        step: 'closing',
        proof: 'signs',
        alternative: 'no-answer',
        form: 'blank',
        values: { note: 'x' },
      },
    ],
    [
      chief,
      { kind: 'override', step: 'closing', assignee: { id: 'x', name: 'x' }, reason: 'now', broken: [] },
    ],
    [system, { kind: 'settled', effect: 'wo-1/1/0', final: true, outcome: { kind: 'succeeded' } }],
    [system, { kind: 'timerDue', timer: 'closing/signs/no-answer', token: 3 }],
  ] as const;
  fc.assert(
    fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 25 }), (choices) => {
      const story = storyOf(gated);
      for (const choice of choices) {
        const act = acts[choice];
        if (act !== undefined) story.tell(act[0], act[1]);
      }
      // The customer's signature is never among the acts.
      expect(story.snapshot.status).toBe('open');
    }),
    { numRuns: 150 },
  );
});
