import { expect, test } from 'vitest';
import {
  agent,
  codesOf,
  compiledOf,
  customer,
  engineer,
  is,
  smallWorkflow,
  storyOf,
} from './proving/small-flow.ts';

const reported = compiledOf(
  smallWorkflow({
    events: { cancel: { title: 'Cancel', by: ['customer'] } },
    anywhere: { cancel: { to: 'cancelled' } },
    steps: {
      report: {
        kind: 'form',
        stage: 'trigger',
        by: { roles: ['customer', 'agent'] },
        form: 'report',
        transitions: { submitted: { to: 'triage' } },
      },
      triage: {
        kind: 'decide',
        stage: 'identify',
        transitions: {
          urgent: { when: is('record.severity', 'P0'), to: 'visit' },
          otherwise: { to: 'call' },
        },
      },
      call: {
        kind: 'form',
        stage: 'identify',
        by: { roles: ['agent'] },
        form: 'blank',
        transitions: { submitted: { to: 'done' } },
      },
      visit: {
        kind: 'form',
        stage: 'execute',
        by: { roles: ['engineer'] },
        form: 'blank',
        refuses: ['cancel'],
        transitions: { submitted: { to: 'done' } },
      },
      done: { kind: 'end', stage: 'archive', outcome: 'done' },
      cancelled: { kind: 'end', stage: 'archive', outcome: 'cancelled' },
    },
  }),
);

const submission = { form: 'report', values: { sn: 'NVR1', severity: 'P0' } };

test('starts at the first step with its task open', () => {
  const story = storyOf(reported, { actor: customer });
  expect(story.snapshot).toMatchObject({ seq: 1, status: 'open', configuration: 'report', record: {} });
  expect(Object.values(story.snapshot.tasks)).toMatchObject([
    { id: 'wo-1/1/0', kind: 'form', stepId: 'report' },
  ]);
});

test('[S04] goes from the report through an automatic step to the visit in one decision', () => {
  const story = storyOf(reported, { submission });
  expect(story.snapshot).toMatchObject({ configuration: 'visit', record: { sn: 'NVR1', severity: 'P0' } });
  expect(story.last().entries.map((entry) => entry.kind)).toEqual([
    'started',
    'field-changed',
    'field-changed',
    'answers-given',
    'stage-entered',
    'step-entered',
    'step-left',
    'transition-taken',
    'stage-left',
    'stage-entered',
    'step-entered',
    'condition-asked',
    'step-left',
    'transition-taken',
    'stage-left',
    'stage-entered',
    'step-entered',
    'task-opened',
  ]);
  expect(story.entries('condition-asked')).toEqual([
    {
      kind: 'condition-asked',
      pointer: '/flow/steps/triage/transitions/urgent/when',
      result: true,
      reads: { 'record.severity': 'P0' },
    },
  ]);
});

test('ends with every task closed, and hears nothing more', () => {
  const story = storyOf(reported, { submission });
  story.tell(engineer, { kind: 'submit', step: 'visit', form: 'blank', values: { note: 'fixed' } });
  expect(story.snapshot).toMatchObject({
    status: 'ended',
    outcome: 'done',
    tasks: {},
    configuration: 'done',
  });
  expect(codesOf(story.tell(engineer, { kind: 'save', step: 'visit', values: {} }))).toEqual([
    'event/after-end',
  ]);
});

test('refuses who may not act, and changes nothing', () => {
  const story = storyOf(reported, { submission });
  const before = JSON.stringify(story.snapshot);
  const refused = story.tell(customer, { kind: 'submit', step: 'visit', form: 'blank', values: {} });
  expect(codesOf(refused)).toEqual(['event/not-permitted']);
  expect(JSON.stringify(story.snapshot)).toBe(before);
});

test('refuses an event made on an earlier sequence number', () => {
  const story = storyOf(reported, { submission });
  const event = { kind: 'submit', step: 'visit', form: 'blank', values: {}, seq: 0 } as const;
  expect(codesOf(story.tell(engineer, event))).toEqual(['event/moved-on']);
});

test('takes a transition of anywhere, except at a step that refuses it', () => {
  const refusing = storyOf(reported, { submission });
  expect(codesOf(refusing.tell(customer, { kind: 'send', event: 'cancel' }))).toEqual([
    'event/not-available',
  ]);
  const taking = storyOf(reported, { submission: { form: 'report', values: { sn: 'NVR1' } } });
  expect(taking.snapshot.configuration).toBe('call');
  taking.tell(customer, { kind: 'send', event: 'cancel' });
  expect(taking.snapshot).toMatchObject({ status: 'ended', outcome: 'cancelled' });
});

test('refuses answers a role may not write', () => {
  const story = storyOf(reported);
  const forged = { kind: 'submit', step: 'report', form: 'report', values: { severity: 'P0' } } as const;
  expect(codesOf(story.tell(customer, forged))).toEqual(['submission/not-writable']);
  expect(story.tell(agent, forged).kind).toBe('moved');
});
