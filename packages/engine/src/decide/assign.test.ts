import { expect, test } from 'vitest';
import { addMs } from '../time/instant.ts';
import type { Assigned } from './actor.ts';
import {
  agent,
  chief,
  codesOf,
  compiledOf,
  engineer,
  is,
  opening,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';

const li: Assigned = { id: 'li', name: '李工' };
const sun: Assigned = { id: 'sun', name: '孙工' };
const sunActor = { id: 'sun', name: '孙工', roles: ['engineer'] };
const zhao: Assigned = { id: 'zhao', name: '赵主管' };

const dispatching = compiledOf(
  smallWorkflow(
    {
      steps: {
        dispatch: {
          kind: 'assign',
          stage: 'dispatch',
          role: 'engineer',
          policy: 'near',
          transitions: { accepted: { to: 'visit' }, exhausted: { to: 'by-hand' } },
        },
        'by-hand': {
          kind: 'assign',
          stage: 'dispatch',
          role: 'engineer',
          chooser: { roles: ['agent'] },
          transitions: { accepted: { to: 'visit' } },
        },
        visit: {
          kind: 'form',
          stage: 'execute',
          by: { assignee: 'engineer' },
          form: 'blank',
          transitions: { submitted: { to: 'done' } },
        },
        done: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    },
    {
      routing: {
        near: {
          format: 1,
          title: 'Near',
          pool: { id: 'field', role: 'engineer' },
          tags: { workOrder: {}, assignee: {} },
          requirements: {},
          criteria: {},
          tiers: { order: ['urgent'], urgent: { when: is('record.severity', 'P0') } },
          tick: { everyMs: 30_000 },
          offers: { newPerTick: 2, declineReasons: ['other'] },
          ladders: { '*': { order: ['first'], rungs: { first: { ask: 2, windowMs: 60_000 } } } },
        },
      },
    },
  ),
);

const offering = (token = 1, people: readonly Assigned[] = [li, sun], rung = 'first') =>
  ({
    kind: 'offered',
    step: 'dispatch',
    token,
    ladder: 'rest',
    rung,
    offers: Object.fromEntries(people.map((assignee) => [`o-${assignee.id}`, { assignee, score: 8000 }])),
    leaseUntil: addMs(opening, 60_000),
    decision: 'sha256-1',
  }) as const;

function offered() {
  const story = storyOf(dispatching);
  story.tell(system, offering());
  return story;
}

test('asks for a plan on entry and keeps the offers with their lease as a timer', () => {
  const story = storyOf(dispatching);
  expect(story.last().effects).toMatchObject([
    { kind: 'requestPlan', policy: 'near', token: 1, urgent: false },
  ]);
  story.tell(system, offering());
  expect(story.snapshot.timers).toMatchObject({
    'dispatch/offers': { token: 2, dueAt: addMs(opening, 60_000) },
  });
  expect(story.entries('offer-made').map(({ assignee }) => assignee)).toEqual(['li', 'sun']);
});

test('[R18] marks the request of a work order in the strictest tier as urgent', () => {
  const story = storyOf(dispatching, { record: { severity: 'P0' } });
  expect(story.last().effects).toMatchObject([{ kind: 'requestPlan', urgent: true }]);
});

test('[R16] lets the first acceptance win and withdraws the other offers', () => {
  const story = offered();
  story.tell(engineer, { kind: 'accepted', step: 'dispatch', offer: 'o-li', token: 1 });
  expect(story.snapshot).toMatchObject({ configuration: 'visit', assignees: { engineer: li }, timers: {} });
  const late = story.tell(sunActor, { kind: 'accepted', step: 'dispatch', offer: 'o-sun', token: 1 });
  expect(codesOf(late)).toEqual(['offer/taken']);
});

test('refuses an acceptance by somebody else, of an old pass, and at the end of the lease', () => {
  const story = offered();
  const accept = { kind: 'accepted', step: 'dispatch', offer: 'o-li', token: 1 } as const;
  expect(codesOf(story.tell(sunActor, accept))).toEqual(['offer/not-yours']);
  expect(codesOf(story.tell(engineer, { ...accept, token: 0 }))).toEqual(['offer/superseded']);
  expect(codesOf(story.tell(engineer, { ...accept, offer: 'o-none' }))).toEqual(['offer/unknown']);
  const atTheEnd = offered();
  expect(codesOf(atTheEnd.tell(engineer, accept, 59_000))).toEqual(['offer/expired']);
});

test('[S06] goes on to the next rung when the lease ends, and records silence as silence', () => {
  const story = offered();
  story.tell(system, { kind: 'timerDue', timer: 'dispatch/offers', token: 2 }, 59_000);
  expect(story.entries('offer-expired').map(({ assignee }) => assignee)).toEqual(['li', 'sun']);
  expect(story.last().effects).toMatchObject([{ kind: 'requestPlan', token: 3, urgent: true }]);
  expect(story.snapshot.work['dispatch']?.route?.asked).toEqual(['li', 'sun']);
  expect(codesOf(story.tell(system, offering(1)))).toEqual(['offer/superseded']);
});

test('asks for the next rung at once when all who were asked have declined', () => {
  const story = offered();
  const decline = { kind: 'declined', step: 'dispatch', token: 1, reason: 'off shift' } as const;
  story.tell(engineer, { ...decline, offer: 'o-li' });
  expect(story.last().effects).toEqual([]);
  story.tell(sunActor, { ...decline, offer: 'o-sun' });
  expect(story.last().effects).toMatchObject([{ kind: 'requestPlan', urgent: true }]);
  expect(story.snapshot.timers).toEqual({});
});

test('wants a reason for declining', () => {
  const story = offered();
  const silent = { kind: 'declined', step: 'dispatch', offer: 'o-li', token: 1, reason: ' ' } as const;
  expect(codesOf(story.tell(engineer, silent))).toEqual(['event/reason-required']);
});

test('[R17] gives the task that follows to the person the ladder escalated to', () => {
  const story = storyOf(dispatching);
  story.tell(system, {
    kind: 'escalated',
    step: 'dispatch',
    token: 1,
    rung: 'chief',
    to: zhao,
    decision: 'sha256-2',
  });
  expect(story.snapshot.configuration).toBe('by-hand');
  expect(Object.values(story.snapshot.tasks)).toMatchObject([
    { kind: 'choose', claimedBy: 'zhao', candidates: { roles: ['agent'], persons: ['zhao'] } },
  ]);
  const choose = { kind: 'override', step: 'by-hand', assignee: li, reason: 'near', broken: [] } as const;
  expect(codesOf(story.tell(agent, choose))).toEqual(['event/not-permitted']);
  story.tell(chief, choose);
  expect(story.snapshot).toMatchObject({ configuration: 'visit', assignees: { engineer: li } });
});

test('waits when nobody fits and asks again at the instant it was told', () => {
  const story = storyOf(dispatching);
  const again = addMs(opening, 30_000);
  const waiting = {
    alarm: 'chief',
    kind: 'waiting',
    step: 'dispatch',
    token: 1,
    ladder: 'rest',
    rung: 'wide',
    again,
    decision: 'd',
  } as const;
  story.tell(system, waiting);
  expect(story.snapshot.timers).toMatchObject({ 'dispatch/again': { token: 2, dueAt: again } });
  expect(story.last().effects).toMatchObject([{ kind: 'notify', to: { role: 'chief' }, channels: ['desk'] }]);
  story.tell(system, { kind: 'timerDue', timer: 'dispatch/again', token: 2 }, 30_000);
  expect(story.last().effects).toMatchObject([{ kind: 'requestPlan', token: 3 }]);
});

test('assigns a duty person without an offer', () => {
  const story = storyOf(dispatching);
  story.tell(system, {
    kind: 'assigned',
    step: 'dispatch',
    token: 1,
    rung: 'duty',
    assignee: sun,
    decision: 'd',
  });
  expect(story.snapshot).toMatchObject({ configuration: 'visit', assignees: { engineer: sun } });
  expect(story.entries('assigned')).toMatchObject([{ how: 'duty' }]);
});

test('[S27] refuses an override without a reason and keeps the broken rules of one with it', () => {
  const story = offered();
  const pick = { kind: 'override', step: 'dispatch', assignee: sun, reason: '', broken: ['within'] } as const;
  expect(codesOf(story.tell(chief, pick))).toEqual(['event/reason-required']);
  expect(codesOf(story.tell(agent, { ...pick, reason: 'knows the site' }))).toEqual(['event/not-permitted']);
  story.tell(chief, { ...pick, reason: 'knows the site' });
  expect(story.entries('overridden')).toMatchObject([
    { assignee: 'sun', reason: 'knows the site', broken: ['within'] },
  ]);
  expect(story.entries('offer-withdrawn').map(({ assignee }) => assignee)).toEqual(['li', 'sun']);
  expect(story.snapshot.configuration).toBe('visit');
});

test('moves the tasks of an assignee along when a later override hands the role over', () => {
  const story = offered();
  story.tell(engineer, { kind: 'accepted', step: 'dispatch', offer: 'o-li', token: 1 });
  story.tell(chief, { kind: 'override', step: 'dispatch', assignee: sun, reason: 'li is ill', broken: [] });
  expect(story.snapshot).toMatchObject({ configuration: 'visit', assignees: { engineer: sun } });
  expect(Object.values(story.snapshot.tasks)).toMatchObject([{ candidates: { persons: ['sun'] } }]);
  expect(story.tell(sunActor, { kind: 'submit', step: 'visit', form: 'blank', values: {} }).kind).toBe(
    'moved',
  );
});

test('takes a role back from whoever releases it', () => {
  const story = offered();
  story.tell(engineer, { kind: 'accepted', step: 'dispatch', offer: 'o-li', token: 1 });
  story.tell(engineer, { kind: 'released', role: 'engineer', reason: 'accident' });
  expect(story.snapshot.assignees).toEqual({});
  expect(Object.values(story.snapshot.tasks)).toMatchObject([{ candidates: { persons: [] } }]);
});
