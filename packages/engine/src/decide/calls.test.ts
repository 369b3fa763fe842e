import { expect, test } from 'vitest';
import type { EffectOutcome } from './event.ts';
import {
  agent,
  codesOf,
  compiledOf,
  type Story,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

const calling = compiledOf(
  smallWorkflow(
    {
      events: { go: { title: 'Go', by: ['agent'], payload: { type: 'object' } } },
      anywhere: {
        'known-late': { on: 'late.device', effects: ['tell'] },
        go: { set: { '/note': { var: 'event.note' } } },
      },
      effects: {
        tell: { kind: 'notify', to: { role: 'agent' }, by: ['desk'], text: 'late {record.model}' },
        alarm: {
          kind: 'notify',
          to: { role: 'chief' },
          by: ['desk'],
          oncePer: 'incident',
          text: '{workOrder.number} {outcome.code}',
          recovered: '{workOrder.number} ok',
        },
        post: {
          kind: 'call',
          operation: 'erp.post',
          mapping: 'post-to-erp',
          then: { succeeded: {}, otherwise: { effects: ['alarm'] } },
        },
      },
      steps: {
        device: {
          kind: 'call',
          stage: 'identify',
          operation: 'erp.device',
          mapping: { '/sn': { var: 'record.sn' } },
          result: 'from-erp',
          transitions: {
            succeeded: { to: 'work' },
            later: { on: ['refused', 'failed', 'unknown'], set: { '/model': 'unknown' }, to: 'work' },
          },
        },
        work: {
          kind: 'form',
          stage: 'execute',
          by: { roles: ['agent'] },
          form: 'blank',
          onEnter: ['post'],
          transitions: { submitted: { to: 'done' } },
        },
        done: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    },
    {
      record: {
        type: 'object',
        properties: {
          sn: { type: 'string' },
          note: { type: 'string' },
          model: { type: 'string' },
          year: { type: 'integer' },
        },
      },
      mappings: {
        'from-erp': {
          '/model': { from: 'output.model', missing: 'skip' },
          '/year': { from: 'output.year', missing: 'skip' },
        },
        'post-to-erp': {
          '/ticketNo': { var: 'workOrder.number' },
          '/note': { from: 'record.note', missing: 'hold' },
        },
      },
      connections: {
        erp: { kind: 'http', operations: { device: { does: 'read' }, post: { does: 'write' } } },
      },
    },
  ),
);

const start = () => storyOf(calling, { record: { sn: 'NVR1' } });
const settle = (story: Story, outcome: EffectOutcome, final = true, effect = 'wo-1/1/0') =>
  story.tell(system, { kind: 'settled', effect, outcome, final });

test('asks with its mapping applied, and writes the result before it moves on', () => {
  const story = start();
  expect(story.last().effects).toEqual([
    {
      id: 'wo-1/1/0',
      kind: 'call',
      stepId: 'device',
      name: 'device',
      operation: 'erp.device',
      request: { sn: 'NVR1' },
      orderKey: 'wo-1/erp',
    },
  ]);
  settle(story, { kind: 'succeeded', output: { model: 'T40' } });
  expect(story.snapshot).toMatchObject({
    configuration: 'work',
    record: { model: 'T40' },
    effects: { device: { state: 'succeeded' } },
  });
});

test('leaves a result of the wrong type unwritten and says so', () => {
  const story = start();
  settle(story, { kind: 'succeeded', output: { model: 'T40', year: 'soon' } });
  expect(story.snapshot.record).toEqual({ sn: 'NVR1', model: 'T40' });
  expect(story.entries('incident-opened')).toMatchObject([{ incident: 'value-does-not-fit', code: '/year' }]);
});

test('[S15] goes on at the first failure, and hears a later success as late, its result already written', () => {
  const story = start();
  settle(story, { kind: 'failed', code: 'timeout' }, false);
  expect(story.snapshot).toMatchObject({ configuration: 'work', record: { model: 'unknown' } });
  expect(Object.keys(story.snapshot.pending)).toEqual(['wo-1/1/0']);
  settle(story, { kind: 'succeeded', output: { model: 'T40' } });
  expect(story.entries('transition-taken')).toMatchObject([{ transition: 'known-late' }]);
  expect(story.last().effects).toMatchObject([{ kind: 'notify', text: { en: 'late T40' } }]);
});

test('changes nothing on a second answer', () => {
  const story = start();
  settle(story, { kind: 'refused', code: '404' });
  expect(codesOf(settle(story, { kind: 'succeeded', output: { model: 'T40' } }))).toEqual([
    'event/already-settled',
  ]);
});

test('holds a call back until the record has the field it waits for', () => {
  const story = start();
  settle(story, { kind: 'succeeded', output: {} });
  expect(story.snapshot.effects['post']).toMatchObject({ state: 'held' });
  story.tell(agent, { kind: 'send', event: 'go', payload: { note: 'fixed' } });
  expect(story.last().effects).toMatchObject([
    { kind: 'call', name: 'post', request: { ticketNo: 'WO-1', note: 'fixed' } },
  ]);
  expect(story.snapshot.effects['post']).toMatchObject({ state: 'sending' });
});

test('alarms once per incident and tells of the recovery when a later attempt succeeds', () => {
  const story = start();
  settle(story, { kind: 'succeeded', output: {} });
  story.tell(agent, { kind: 'send', event: 'go', payload: { note: 'fixed' } });
  const [post = ''] = Object.keys(story.snapshot.pending);
  settle(story, { kind: 'failed', code: 'E500' }, false, post);
  expect(story.last().effects).toMatchObject([
    { kind: 'notify', incident: 'alarm', text: { en: 'WO-1 E500' } },
  ]);
  expect(story.snapshot.openIncidents).toMatchObject({ alarm: { effectId: post } });
  settle(story, { kind: 'failed', code: 'E500' }, false, post);
  expect(story.last().effects).toEqual([]);
  settle(story, { kind: 'succeeded' }, true, post);
  expect(story.last().effects).toMatchObject([{ kind: 'notify', text: { en: 'WO-1 ok' } }]);
  expect(story.snapshot.openIncidents).toEqual({});
});

test('still hears how a call went after the end', () => {
  const story = start();
  settle(story, { kind: 'failed', code: 'timeout' }, false);
  story.tell(agent, { kind: 'submit', step: 'work', form: 'blank', values: { note: 'x' } });
  expect(story.snapshot.status).toBe('ended');
  expect(settle(story, { kind: 'succeeded', output: { model: 'T40' } }).kind).toBe('moved');
  expect(story.snapshot).toMatchObject({ status: 'ended', record: { model: 'T40' } });
});

test('keeps attempts in the journal and the state of the newest call', () => {
  const story = start();
  story.tell(system, { kind: 'attempted', effect: 'wo-1/1/0', state: 'retrying', attempt: 2, code: 'E503' });
  expect(story.snapshot.effects['device']).toMatchObject({ state: 'retrying', code: 'E503' });
  expect(story.entries('effect-attempted')).toMatchObject([{ attempt: 2, state: 'retrying' }]);
});
