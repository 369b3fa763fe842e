import { expect, test } from 'vitest';
import { addMs } from '../time/instant.ts';
import { dueEvents, nextDueAt } from './next-due.ts';
import {
  agent,
  chief,
  codesOf,
  compiledOf,
  opening,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

const hour = 3_600_000;

function waiting(onResume: 'absolute' | 'remaining' | 'restart' = 'absolute') {
  return compiledOf(
    smallWorkflow({
      events: { again: { title: 'Again', by: ['agent'] }, stay: { title: 'Stay', by: ['agent'] } },
      steps: {
        consent: {
          kind: 'wait',
          stage: 'identify',
          timers: { 'three-hours': { after: { hours: 3 }, onResume } },
          transitions: {
            again: { to: 'consent' },
            stay: { set: { '/note': 'stays' } },
            'three-hours': { to: 'over' },
          },
        },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    }),
  );
}

const due = (token: number) => ({ kind: 'timerDue', timer: 'consent/three-hours', token }) as const;

test('arms on entry, fires at its instant and moves the flow', () => {
  const story = storyOf(waiting());
  expect(nextDueAt(story.snapshot)).toBe(addMs(opening, 3 * hour));
  expect(dueEvents(story.snapshot, addMs(opening, 3 * hour - 1))).toEqual([]);
  expect(dueEvents(story.snapshot, addMs(opening, 3 * hour))).toEqual([due(1)]);
  expect(codesOf(story.tell(system, due(1), 3 * hour - 1))).toEqual(['timer/early']);
  story.tell(system, due(1), 1);
  expect(story.snapshot).toMatchObject({ status: 'ended', timers: {} });
});

test('runs on through a transition without a target, and begins anew through one to the step itself', () => {
  const story = storyOf(waiting());
  story.tell(agent, { kind: 'send', event: 'stay' });
  expect(story.snapshot.timers['consent/three-hours']).toMatchObject({ token: 1 });
  expect(story.snapshot.work['consent']).toMatchObject({ visit: 1 });
  story.tell(agent, { kind: 'send', event: 'again' });
  expect(story.snapshot.timers['consent/three-hours']).toMatchObject({ token: 3 });
  expect(story.snapshot.work['consent']).toMatchObject({ visit: 2 });
});

test('refuses a timer of an earlier visit, and one from anybody but the host', () => {
  const story = storyOf(waiting());
  story.tell(agent, { kind: 'send', event: 'again' });
  expect(codesOf(story.tell(system, due(1), 4 * hour))).toEqual(['timer/stale']);
  expect(codesOf(story.tell(agent, due(2)))).toEqual(['event/not-permitted']);
});

test('stands still while suspended and goes on as each timer says', () => {
  for (const [onResume, dueAfter] of [
    ['absolute', 3 * hour],
    ['remaining', 5 * hour],
    ['restart', 6 * hour],
  ] as const) {
    const story = storyOf(waiting(onResume));
    story.tell(chief, { kind: 'suspend', reason: 'audit' }, hour);
    expect(nextDueAt(story.snapshot)).toBeUndefined();
    expect(codesOf(story.tell(system, due(1)))).toEqual(['event/suspended']);
    story.tell(chief, { kind: 'resume', reason: 'done' }, 2 * hour - 1000);
    expect(nextDueAt(story.snapshot)).toBe(addMs(opening, dueAfter));
  }
});

test('wants the right to repair and a reason for suspending', () => {
  const story = storyOf(waiting());
  expect(codesOf(story.tell(agent, { kind: 'suspend', reason: 'x' }))).toEqual(['event/not-permitted']);
  expect(codesOf(story.tell(chief, { kind: 'suspend', reason: '' }))).toEqual(['event/reason-required']);
});
