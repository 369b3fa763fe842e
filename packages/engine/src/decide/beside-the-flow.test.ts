import { expect, test } from 'vitest';
import { addMs } from '../time/instant.ts';
import { availableEvents } from './available-events.ts';
import { explainEvent } from './explain-event.ts';
import { formOf } from './proving/plain-forms.ts';
import {
  agent,
  chief,
  codesOf,
  compiledOf,
  customer,
  engineer,
  is,
  opening,
  type Story,
  smallWorkflow,
  storyOf,
} from './proving/small-flow.ts';

const aftersales = compiledOf(
  smallWorkflow(
    {
      events: {
        urge: {
          title: { 'zh-CN': '催单', en: 'Urge' },
          by: ['customer'],
          atMost: { times: 1, per: { minutes: 30 } },
        },
        returns: { title: 'Fault returns', by: ['customer'] },
      },
      anywhere: {
        urge: { effects: ['tell'] },
        returns: { when: is('workOrder.status', 'ended'), alsoAfterEnd: true, effects: ['linked'] },
      },
      effects: {
        tell: {
          kind: 'notify',
          to: { role: 'chief' },
          by: ['desk'],
          text: {
            'zh-CN': '{record.sn|last4} {cause.title}',
            en: '{record.sn|last4} {cause.title}, {stage.title}',
          },
        },
        review: {
          kind: 'ask',
          stage: 'feedback',
          to: { role: 'customer' },
          form: 'review',
          on: ['enter.over'],
          then: { answered: { when: is('record.note', 'bad'), incident: 'unhappy' } },
        },
        linked: {
          kind: 'start',
          workflow: 'small',
          link: 'fault-returned',
          input: { '/sn': { var: 'record.sn' } },
        },
        watch: {
          kind: 'notify',
          on: ['enterStage.archive'],
          to: { role: 'agent' },
          by: ['desk'],
          text: 'archived',
        },
      },
      steps: {
        report: {
          kind: 'form',
          stage: 'trigger',
          by: { roles: ['agent'] },
          form: 'report',
          transitions: { submitted: { to: 'qualify' } },
        },
        qualify: {
          kind: 'form',
          stage: 'identify',
          by: { roles: ['agent', 'chief'], notSameAs: 'report' },
          form: 'report',
          skip: is('record.severity', 'P0'),
          transitions: { checked: { on: ['submitted', 'skipped'], to: 'until-note' } },
        },
        'until-note': {
          kind: 'wait',
          stage: 'execute',
          until: { '!!': [{ var: 'record.note' }] },
          transitions: { condition: { to: 'tell-it' } },
        },
        'tell-it': {
          kind: 'notify',
          stage: 'feedback',
          effects: ['tell'],
          transitions: { sent: { to: 'hand-in' } },
        },
        'hand-in': {
          kind: 'form',
          stage: 'feedback',
          by: { sameAs: 'report' },
          form: 'blank',
          transitions: { submitted: { to: 'over' } },
        },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    },
    {
      forms: {
        report: formOf('', 'sn', 'severity', 'note'),
        blank: formOf('', 'note'),
        review: formOf('', 'note'),
      },
      appointment: {
        step: 'until-note',
        by: ['chief'],
        visitMs: 5_400_000,
        expectedAt: { var: 'appointment.plannedAt' },
      },
    },
  ),
);

const report = (values: { sn?: string; severity?: string; note?: string }) => ({
  submission: { form: 'report', values },
});

function finished(): Story {
  const story = storyOf(aftersales, report({ sn: 'NVR20250001', severity: 'P0', note: 'x' }));
  story.tell(agent, { kind: 'submit', step: 'hand-in', form: 'blank', values: {} });
  return story;
}

test('skips a form step whose condition holds, a wait whose condition holds, and goes on past a notice', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR20250001', severity: 'P0', note: 'x' }));
  expect(story.snapshot.configuration).toBe('hand-in');
  expect(story.entries('task-opened')).toHaveLength(1);
  expect(story.entries('stage-entered').map(({ stage }) => stage)).toEqual([
    'trigger',
    'identify',
    'execute',
    'feedback',
  ]);
});

test('keeps duties apart, and together, as a step demands', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  const submit = { kind: 'submit', step: 'qualify', form: 'report', values: {} } as const;
  expect(codesOf(story.tell(agent, submit))).toEqual(['event/not-permitted']);
  story.tell(chief, { ...submit, values: { note: 'fine' } });
  expect(story.snapshot.configuration).toBe('hand-in');
  expect(codesOf(story.tell(chief, { ...submit, step: 'hand-in', form: 'blank' }))).toEqual([
    'event/not-permitted',
  ]);
  expect(story.tell(agent, { ...submit, step: 'hand-in', form: 'blank' }).kind).toBe('moved');
});

test('holds a claimed task for its holder until it is released or transferred', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  const other = { ...chief, id: 'qian', name: '钱' };
  const [task = ''] = Object.keys(story.snapshot.tasks);
  const submit = { kind: 'submit', step: 'qualify', form: 'report', values: {} } as const;
  story.tell(other, { kind: 'claim', task });
  expect(codesOf(story.tell(chief, submit))).toEqual(['event/held-by-another']);
  expect(codesOf(story.tell(engineer, { kind: 'release', task }))).toEqual(['event/held-by-another']);
  story.tell(other, { kind: 'transfer', task, to: { id: chief.id, name: chief.name } });
  expect(codesOf(story.tell(other, submit))).toEqual(['event/held-by-another']);
  story.tell(chief, { kind: 'release', task });
  expect(story.tell(other, submit).kind).toBe('moved');
});

test('keeps draft answers until the step is left', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  const place = { step: 'qualify', form: 'report' };
  expect(codesOf(story.tell(agent, { kind: 'save', step: 'qualify', values: { note: 'a' } }))).toEqual([
    'event/not-permitted',
  ]);
  story.tell(chief, { kind: 'save', step: 'qualify', values: { note: 'almost' } });
  expect(story.snapshot).toMatchObject({
    work: { qualify: { draft: { note: 'almost' } } },
    record: { sn: 'NVR1' },
  });
  story.tell(chief, { kind: 'submit', ...place, values: {} });
  expect(story.snapshot.work['qualify']?.draft).toBeUndefined();
});

test('[R37] counts one urge in thirty minutes, stores those in excess and tells nobody of them', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR20250001' }));
  const urge = { kind: 'send', event: 'urge' } as const;
  story.tell(customer, urge);
  expect(story.last().effects).toMatchObject([
    { text: { 'zh-CN': '0001 催单', en: '0001 Urge, Identified' } },
  ]);
  story.tell(customer, urge);
  expect(story.last().effects).toEqual([]);
  expect(story.entries('event-heard')).toMatchObject([{ event: 'urge', counted: false }]);
  story.tell(customer, urge, 30 * 60_000);
  expect(story.entries('event-heard')).toMatchObject([{ counted: true }]);
  expect(story.snapshot.heard['urge']).toHaveLength(2);
});

test('[S77] is open to the roles an event names and to nobody else', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  expect(codesOf(story.tell(engineer, { kind: 'send', event: 'urge' }))).toEqual(['event/not-permitted']);
  expect(codesOf(story.tell(engineer, { kind: 'send', event: 'unheard-of' }))).toEqual(['event/unknown']);
});

test('opens a side task at a moment, hears its answer after the end and acts on it', () => {
  const story = finished();
  expect(story.snapshot.status).toBe('ended');
  expect(Object.values(story.snapshot.tasks)).toMatchObject([{ kind: 'ask', stepId: 'review' }]);
  const answer = { kind: 'submit', step: 'review', form: 'review', values: { note: 'bad' } } as const;
  expect(codesOf(story.tell(engineer, answer))).toEqual(['event/not-permitted']);
  story.tell(customer, answer);
  expect(story.snapshot).toMatchObject({ status: 'ended', tasks: {}, record: { note: 'bad' } });
  expect(story.snapshot.effects['review']).toMatchObject({ state: 'succeeded' });
  expect(story.snapshot.openIncidents).toHaveProperty('unhappy');
  expect(codesOf(story.tell(customer, answer))).toEqual(['event/not-available']);
});

test('starts a linked work order for what happens after the end, and hears comments then', () => {
  const story = finished();
  story.tell(customer, { kind: 'send', event: 'returns' });
  expect(story.last().effects).toMatchObject([
    { kind: 'startLinked', workflow: 'small', link: 'fault-returned', input: { sn: 'NVR20250001' } },
  ]);
  expect(story.snapshot.configuration).toBe('over');
  expect(codesOf(story.tell(customer, { kind: 'send', event: 'urge' }))).toEqual(['event/after-end']);
  expect(story.tell(customer, { kind: 'comment', text: '还行', unprompted: true }).kind).toBe('moved');
});

test('does not hear an event whose condition fails where it stands', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  expect(codesOf(story.tell(customer, { kind: 'send', event: 'returns' }))).toEqual(['event/not-available']);
});

test('derives the expected instant from the appointment and journals each move', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  expect(story.entries('appointment-set')).toMatchObject([{ visitMs: 5_400_000 }]);
  const plannedAt = addMs(opening, 86_400_000);
  expect(codesOf(story.tell(engineer, { kind: 'plan', plannedAt }))).toEqual(['event/not-permitted']);
  story.tell(chief, { kind: 'plan', plannedAt, visitMs: 3_600_000 });
  expect(story.entries('appointment-set')).toEqual([
    { kind: 'appointment-set', plannedAt, visitMs: 3_600_000, expectedAt: plannedAt },
  ]);
  story.tell(chief, { kind: 'comment', text: 'x' });
  expect(story.entries('appointment-set')).toEqual([]);
});

test('offers exactly what deciding would take, with the reason for what it would not', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  const offers = availableEvents(aftersales, story.snapshot, agent);
  const submit = offers.find(({ event }) => event.kind === 'submit');
  expect(submit).toMatchObject({ available: false });
  expect(submit?.because.filter(({ holds }) => !holds)).toMatchObject([
    { kind: 'other-person', pointer: '/flow/steps/qualify/by', data: { step: 'report' } },
  ]);
  const theirs = availableEvents(aftersales, story.snapshot, customer).filter(({ available }) => available);
  expect(theirs.map(({ event }) => event)).toEqual([{ kind: 'comment' }, { kind: 'send', event: 'urge' }]);
});

test('explains an event without deciding it', () => {
  const story = storyOf(aftersales, report({ sn: 'NVR1' }));
  const before = JSON.stringify(story.snapshot);
  const event = { kind: 'submit', step: 'qualify', form: 'report', values: { note: 'x' } } as const;
  const explained = explainEvent(aftersales, story.snapshot, { ...event, actor: chief }, story.at);
  expect(explained).toMatchObject({ available: true, because: [] });
  expect(explained.path.map(({ pointer }) => pointer)).toContain('/flow/steps/until-note/until');
  expect(
    explainEvent(aftersales, story.snapshot, { ...event, actor: agent }, story.at).because,
  ).toMatchObject([{ code: 'event/not-permitted' }]);
  expect(JSON.stringify(story.snapshot)).toBe(before);
});
