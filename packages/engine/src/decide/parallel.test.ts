import { expect, test } from 'vitest';
import type { ParallelStep } from '../author/definition/steps/parallel.ts';
import { agent, codesOf, compiledOf, smallWorkflow, storyOf, system } from './proving/small-flow.ts';

function visiting(joins: ParallelStep['joins'], onCancel: 'cancel' | 'leave' = 'cancel') {
  return compiledOf(
    smallWorkflow({
      events: {
        'needs-parts': { title: 'Parts', by: ['agent'] },
        'call-off': { title: 'Off', by: ['agent'] },
      },
      anywhere: { 'call-off': { to: 'off' } },
      steps: {
        visit: {
          kind: 'parallel',
          stage: 'execute',
          ...(joins === undefined ? {} : { joins }),
          branches: {
            work: {
              start: 'repair',
              steps: {
                repair: {
                  kind: 'form',
                  stage: 'execute',
                  by: { roles: ['agent'] },
                  form: 'blank',
                  transitions: { submitted: { to: 'repaired' } },
                },
                repaired: { kind: 'end', stage: 'execute', outcome: 'done' },
              },
            },
            parts: {
              start: 'stand-by',
              steps: {
                'stand-by': {
                  kind: 'wait',
                  stage: 'execute',
                  transitions: { 'needs-parts': { to: 'claim' } },
                },
                claim: {
                  kind: 'child',
                  stage: 'execute',
                  workflow: 'spare-part-claim',
                  input: { '/sn': { var: 'record.sn' } },
                  output: { '/got': { var: 'child.record.parts' } },
                  onCancel,
                  transitions: { done: { to: 'claimed' }, failed: { to: 'stand-by' } },
                },
                claimed: { kind: 'end', stage: 'execute', outcome: 'done' },
              },
            },
          },
          transitions: { joined: { set: { '/resolvedAt': { now: [] } }, to: 'over' } },
        },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
        off: { kind: 'end', stage: 'archive', outcome: 'cancelled' },
      },
    }),
  );
}

const repaired = { kind: 'submit', step: 'repair', form: 'blank', values: {} } as const;
const needsParts = { kind: 'send', event: 'needs-parts' } as const;
const ended = (outcome: 'done' | 'failed', child = 'wo-1/2/0') =>
  ({ kind: 'childEnded', child, outcome, record: { parts: 2 } }) as const;

test('stands in every branch at once', () => {
  const story = storyOf(visiting('all'));
  expect(story.snapshot.configuration).toEqual({ visit: { work: 'repair', parts: 'stand-by' } });
});

test('joins all when the last branch has ended, and the child writes its output back', () => {
  const story = storyOf(visiting('all'), { record: { sn: 'NVR1' } });
  story.tell(agent, needsParts);
  expect(story.last().effects).toEqual([
    {
      id: 'wo-1/2/0',
      kind: 'startChild',
      stepId: 'claim',
      workflow: 'spare-part-claim',
      input: { sn: 'NVR1' },
    },
  ]);
  story.tell(agent, repaired);
  expect(story.snapshot).toMatchObject({
    status: 'open',
    configuration: { visit: { work: 'repaired', parts: 'claim' } },
  });
  story.tell(system, ended('done'));
  expect(story.snapshot).toMatchObject({ status: 'ended', record: { got: 2, resolvedAt: story.at } });
});

test('joins first when one branch has ended, and cancels the child of the other', () => {
  const story = storyOf(visiting('first'));
  story.tell(agent, needsParts);
  story.tell(agent, repaired);
  expect(story.snapshot).toMatchObject({ status: 'ended', pending: {} });
  expect(story.last().effects).toMatchObject([
    { kind: 'closeTask' },
    { kind: 'cancelChild', startedBy: 'wo-1/2/0' },
  ]);
});

test('leaves a child running where its step says so', () => {
  const story = storyOf(visiting('first', 'leave'));
  story.tell(agent, needsParts);
  story.tell(agent, repaired);
  expect(story.last().effects.map(({ kind }) => kind)).toEqual(['closeTask']);
});

test('goes by the outcome of a child, and knows it by the receipt of its start as well', () => {
  const story = storyOf(visiting('all'));
  story.tell(agent, needsParts);
  const started = { kind: 'succeeded', receipt: 'child-7' } as const;
  story.tell(system, { kind: 'settled', effect: 'wo-1/2/0', final: true, outcome: started });
  story.tell(system, ended('failed', 'child-7'));
  expect(story.snapshot.configuration).toEqual({ visit: { work: 'repair', parts: 'stand-by' } });
  expect(codesOf(story.tell(system, ended('done', 'child-7')))).toEqual(['event/already-settled']);
});

test('leaves all branches at once by a transition of anywhere', () => {
  const story = storyOf(visiting('all'));
  story.tell(agent, needsParts);
  story.tell(agent, { kind: 'send', event: 'call-off' });
  expect(story.snapshot).toMatchObject({ status: 'ended', outcome: 'cancelled', tasks: {}, pending: {} });
  expect(story.entries('step-left').map(({ step }) => step)).toEqual(['claim', 'repair', 'visit']);
});

test('ends when the parent that waited for it cancels', () => {
  const story = storyOf(visiting('all'), { origin: { kind: 'child', workOrderId: 'wo-0', as: 'claim' } });
  story.tell(agent, needsParts);
  story.tell(system, { kind: 'cancelByParent', reason: 'step left' });
  expect(story.snapshot).toMatchObject({ status: 'ended', outcome: 'cancelled', tasks: {}, timers: {} });
  expect(story.last().effects.map(({ kind }) => kind)).toContain('cancelChild');
});
