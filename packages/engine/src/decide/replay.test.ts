import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { activeSteps } from './configuration.ts';
import { dueEvents } from './next-due.ts';
import {
  agent,
  chief,
  compiledOf,
  customer,
  engineer,
  is,
  opening,
  smallWorkflow,
  storyOf,
  system,
} from './proving/small-flow.ts';
import { replay } from './replay.ts';

const flow = compiledOf(
  smallWorkflow(
    {
      events: {
        go: { title: 'Go', by: ['agent'] },
        urge: { title: 'Urge', by: ['customer'], atMost: { times: 1, per: { minutes: 5 } } },
      },
      anywhere: { urge: { effects: ['tell'] } },
      effects: {
        tell: {
          kind: 'notify',
          to: { role: 'chief' },
          by: ['desk'],
          text: '{workOrder.number} {cause.title}',
        },
      },
      steps: {
        report: {
          kind: 'form',
          stage: 'trigger',
          by: { roles: ['agent'] },
          form: 'report',
          transitions: { submitted: { to: 'weigh' } },
        },
        weigh: {
          kind: 'decide',
          stage: 'identify',
          transitions: {
            urgent: { when: is('record.severity', 'P0'), to: 'work' },
            otherwise: { to: 'vote' },
          },
        },
        vote: {
          kind: 'approve',
          stage: 'identify',
          seats: { one: { role: 'agent' }, two: { role: 'chief' } },
          passes: 'all',
          whenEmpty: 'rejects',
          transitions: { approved: { to: 'work' }, rejected: { to: 'report' } },
        },
        work: {
          kind: 'wait',
          stage: 'execute',
          timers: { slow: { after: { minutes: 2 } } },
          transitions: { go: { to: 'over' }, slow: { to: 'report' } },
        },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    },
    {
      clocks: {
        all: {
          title: 'All',
          starts: ['start'],
          stops: ['end'],
          pauses: { vote: { while: ['vote'] } },
          budgets: {
            p0: { when: is('record.severity', 'P0'), budget: { minutes: 3 } },
            rest: { budget: { minutes: 9 } },
          },
          rungs: { warn: { atPercent: 50, effects: ['tell'] } },
        },
      },
    },
  ),
);

const acts = [
  [agent, { kind: 'submit', step: 'report', form: 'report', values: { severity: 'P0' } }],
  [agent, { kind: 'submit', step: 'report', form: 'report', values: { severity: 'P2', note: 'x' } }],
  [agent, { kind: 'vote', step: 'vote', seat: 'one', vote: 'yes' }],
  [chief, { kind: 'vote', step: 'vote', seat: 'two', vote: 'yes' }],
  [chief, { kind: 'vote', step: 'vote', seat: 'two', vote: 'no' }],
  [agent, { kind: 'send', event: 'go' }],
  [customer, { kind: 'send', event: 'urge' }],
  [chief, { kind: 'suspend', reason: 'x' }],
  [chief, { kind: 'resume', reason: 'x' }],
  [engineer, { kind: 'comment', text: 'x' }],
] as const;

const walk = fc.array(fc.tuple(fc.nat(acts.length), fc.integer({ min: 1, max: 90_000 })), { maxLength: 30 });

/** A random day, on frozen snapshots; the last choice lets time act where something is due. */
function live(choices: readonly (readonly [choice: number, later: number])[]) {
  const story = storyOf(flow);
  for (const [choice, later] of choices) {
    const act = acts[choice];
    const [due] = dueEvents(story.snapshot, story.at);
    if (act !== undefined) story.tell(act[0], act[1], later);
    else if (due !== undefined) story.tell(system, due, 1);
  }
  return story;
}

test('gives the same bytes again for the same start and events', () => {
  fc.assert(
    fc.property(walk, (choices) => {
      const story = live(choices);
      const start = { input: { workOrderId: 'wo-1', number: 'WO-1', actor: agent }, at: opening };
      const again = replay(flow, start, story.events);
      expect(canonicalJson(JSON.parse(JSON.stringify(again.decisions)))).toBe(
        canonicalJson(JSON.parse(JSON.stringify(story.decisions))),
      );
    }),
    { numRuns: 150 },
  );
});

test('decides the same from a snapshot that went through JSON text', () => {
  fc.assert(
    fc.property(walk, (choices) => {
      const { snapshot } = live(choices);
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    }),
    { numRuns: 60 },
  );
});

test('[S04] leaves nothing open at the end, counts every decision and keeps stages without a gap', () => {
  fc.assert(
    fc.property(walk, (choices) => {
      const story = live(choices);
      const moved = story.decisions.flatMap((decision) => (decision.kind === 'moved' ? [decision] : []));
      expect(story.snapshot.seq).toBe(moved.length);
      const stages = moved.flatMap(({ entries }) =>
        entries.flatMap((entry) =>
          entry.kind === 'stage-entered'
            ? [`+${entry.stage}`]
            : entry.kind === 'stage-left'
              ? [`-${entry.stage}`]
              : [],
        ),
      );
      for (let index = 1; index < stages.length; index += 2)
        expect(stages[index]?.slice(1)).toBe(stages[index - 1]?.slice(1));
      const open = new Set(
        moved.flatMap(({ effects }) =>
          effects.flatMap((one) => (one.kind === 'openTask' ? [one.task.id] : [])),
        ),
      );
      for (const { effects } of moved)
        for (const one of effects) if (one.kind === 'closeTask') open.delete(one.task);
      expect([...open].toSorted()).toEqual(Object.keys(story.snapshot.tasks).toSorted());
      if (story.snapshot.status !== 'ended') return;
      expect(story.snapshot).toMatchObject({ tasks: {}, timers: {} });
      expect(activeSteps(story.snapshot.configuration)).toEqual(['over']);
    }),
    { numRuns: 150 },
  );
});
