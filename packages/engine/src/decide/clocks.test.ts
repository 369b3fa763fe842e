import { expect, test } from 'vitest';
import type { ClockDefinition } from '../author/definition/clock.ts';
import { addMs } from '../time/instant.ts';
import { dueEvents, nextDueAt } from './next-due.ts';
import {
  agent,
  codesOf,
  compiledOf,
  engineer,
  is,
  opening,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

const minute = 60_000;

function clocked(clock: Partial<ClockDefinition> = {}) {
  return compiledOf(
    smallWorkflow(
      {
        events: { go: { title: 'Go', by: ['agent'] }, again: { title: 'Again', by: ['agent'] } },
        effects: {
          tell: {
            kind: 'notify',
            to: { role: 'chief' },
            by: ['desk'],
            text: '{workOrder.number}: {cause.title}',
          },
        },
        steps: {
          work: {
            kind: 'form',
            stage: 'execute',
            by: { roles: ['agent'] },
            form: 'report',
            transitions: {
              submitted: {},
              go: { to: 'aside' },
              late: { on: 'clock.resolve.breach', to: 'over' },
            },
          },
          aside: {
            kind: 'wait',
            stage: 'execute',
            transitions: { go: { to: 'work' }, again: { to: 'over' } },
          },
          over: { kind: 'end', stage: 'archive', outcome: 'failed' },
        },
      },
      {
        calendars: {
          workdays: {
            timeZone: 'Asia/Shanghai',
            week: {
              mon: ['09:00-18:00'],
              tue: ['09:00-18:00'],
              wed: ['09:00-18:00'],
              thu: ['09:00-18:00'],
              fri: ['09:00-18:00'],
            },
          },
        },
        clocks: {
          resolve: {
            title: { 'zh-CN': '解决时限', en: 'Resolution' },
            starts: ['start'],
            stops: ['end'],
            pauses: { parts: { while: ['aside'] } },
            budgets: { all: { budget: { minutes: 100 } } },
            rungs: {
              warn: { atPercent: 75, effects: ['tell'] },
              breach: { atPercent: 100, effects: [] },
              chief: { past: { minutes: 10 }, effects: ['tell'] },
            },
            ...clock,
          },
        },
      },
    ),
  );
}

const resolve = (rung: string, token = 1) => ({ kind: 'rungDue', clock: 'resolve', rung, token }) as const;

test('stands its rungs as timers of the snapshot from the start on', () => {
  const story = storyOf(clocked());
  expect(story.snapshot.clocks['resolve']).toMatchObject({
    state: 'running',
    startedAt: opening,
    dueAt: addMs(opening, 100 * minute),
    run: 1,
  });
  expect(nextDueAt(story.snapshot)).toBe(addMs(opening, 75 * minute));
});

test('[S05] warns at 75 % of the budget, once, and says why in both languages', () => {
  const story = storyOf(clocked());
  expect(codesOf(story.tell(system, resolve('warn'), 75 * minute - 1))).toEqual(['timer/early']);
  expect(dueEvents(story.snapshot, addMs(opening, 75 * minute))).toEqual([resolve('warn')]);
  story.tell(system, resolve('warn'), 1);
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'warned', fired: ['warn'] });
  expect(story.last().effects).toMatchObject([
    { kind: 'notify', text: { 'zh-CN': 'WO-1: 解决时限', en: 'WO-1: Resolution' } },
  ]);
  expect(codesOf(story.tell(system, resolve('warn')))).toEqual(['timer/stale']);
});

test('marks itself overdue at exactly the due instant, and a breach may move the flow', () => {
  const story = storyOf(clocked());
  story.tell(system, resolve('breach'), 100 * minute);
  expect(story.entries('clock-breached')).toMatchObject([{ dueAt: addMs(opening, 100 * minute) }]);
  expect(story.snapshot).toMatchObject({
    status: 'ended',
    clocks: { resolve: { state: 'missed' } },
    timers: {},
  });
});

test('marks itself overdue without a rung at 100 %', () => {
  const story = storyOf(clocked({ rungs: { breach: { past: { minutes: 10 }, effects: [] } } }));
  const [due] = dueEvents(story.snapshot, addMs(opening, 100 * minute));
  expect(due).toBeDefined();
  if (due === undefined) return;
  story.tell(system, due, 100 * minute);
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'breached' });
});

test('[B02] keeps each pause with cause, start and end, and moves the due instant by it', () => {
  const story = storyOf(clocked());
  story.tell(agent, { kind: 'send', event: 'go' }, 10 * minute);
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'paused' });
  expect(story.snapshot.clocks['resolve']?.dueAt).toBeUndefined();
  expect(nextDueAt(story.snapshot)).toBeUndefined();
  story.tell(agent, { kind: 'send', event: 'go' }, 30 * minute);
  expect(story.snapshot.clocks['resolve']).toMatchObject({
    state: 'running',
    dueAt: addMs(opening, 130 * minute),
    pauses: [{ reason: 'parts', from: addMs(opening, 10 * minute), to: addMs(opening, 40 * minute) }],
  });
});

test('[B05] recomputes on a new severity from the same ledger, pauses kept', () => {
  const story = storyOf(
    clocked({
      budgets: {
        urgent: { when: is('record.severity', 'P0'), budget: { minutes: 60 } },
        rest: { budget: { minutes: 100 } },
      },
    }),
  );
  story.tell(agent, { kind: 'send', event: 'go' }, 10 * minute);
  story.tell(agent, { kind: 'send', event: 'go' }, 30 * minute);
  story.tell(agent, { kind: 'submit', step: 'work', form: 'report', values: { severity: 'P0' } });
  expect(story.snapshot.clocks['resolve']).toMatchObject({
    budget: 'urgent',
    dueAt: addMs(opening, 90 * minute),
    pauses: [{ reason: 'parts' }],
  });
});

test('counts a raise from the instant its condition became true where the budget says so', () => {
  const story = storyOf(
    clocked({
      budgets: {
        urgent: { when: is('record.severity', 'P0'), from: 'itsWhen', budget: { minutes: 5 } },
        rest: { budget: { minutes: 100 } },
      },
    }),
  );
  story.tell(
    agent,
    { kind: 'submit', step: 'work', form: 'report', values: { severity: 'P0' } },
    20 * minute,
  );
  expect(story.snapshot.clocks['resolve']?.dueAt).toBe(addMs(opening, 25 * minute));
  story.tell(agent, { kind: 'submit', step: 'work', form: 'report', values: { severity: 'P1' } }, minute);
  expect(story.snapshot.clocks['resolve']?.dueAt).toBe(addMs(opening, 100 * minute));
});

test('[B03] is never overdue under the budget "none"', () => {
  const story = storyOf(clocked({ budgets: { all: { budget: 'none' } } }));
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'none' });
  expect(story.snapshot.timers).toEqual({});
});

test('keeps a promise of the record as its due instant, and follows it when it moves', () => {
  const promised = '2026-01-09T06:00:00.000Z';
  const story = storyOf(clocked({ budgets: { all: { budget: { until: { var: 'record.note' } } } } }));
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'none' });
  story.tell(agent, { kind: 'submit', step: 'work', form: 'report', values: { note: promised } });
  expect(story.snapshot.clocks['resolve']).toMatchObject({ state: 'running', dueAt: promised });
});

test('[B01] counts business hours on the calendar of its budget', () => {
  const story = storyOf(
    clocked({ budgets: { all: { budget: { businessHours: 10 }, calendar: 'workdays' } } }),
  );
  // Friday 10:00 plus eight hours of that day, and two more on Monday from nine.
  expect(story.snapshot.clocks['resolve']?.dueAt).toBe('2026-01-12T03:00:00.000Z');
});

test('begins a new run at each start where it says so, and only then', () => {
  const restarting = storyOf(
    clocked({ starts: ['start', 'enter.aside'], restarts: 'eachStart', pauses: {} }),
  );
  restarting.tell(agent, { kind: 'send', event: 'go' }, 10 * minute);
  expect(restarting.snapshot.clocks['resolve']).toMatchObject({
    run: 2,
    dueAt: addMs(opening, 110 * minute),
  });
  expect(codesOf(restarting.tell(system, resolve('warn', 1), 100 * minute))).toEqual(['timer/stale']);
  const once = storyOf(clocked({ starts: ['start', 'enter.aside'], pauses: {} }));
  once.tell(agent, { kind: 'send', event: 'go' }, 10 * minute);
  expect(once.snapshot.clocks['resolve']).toMatchObject({ run: 1 });
});

test('[R25] stops the first response at a message that is no automatic receipt', () => {
  const story = storyOf(clocked({ stops: ['message.customer'] }));
  story.tell(engineer, { kind: 'message', to: 'customer', text: '已收到', automatic: true });
  expect(story.snapshot.clocks['resolve']?.state).toBe('running');
  story.tell(engineer, { kind: 'message', to: 'customer', text: '明天上午十点上门' });
  expect(story.snapshot.clocks['resolve']?.state).toBe('met');
});
