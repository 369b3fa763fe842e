import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Workflow } from '../author/definition/workflow.ts';
import { activeSteps } from '../decide/configuration.ts';
import { compiledOf, smallWorkflow } from '../decide/proving/small-flow.ts';
import type { JsonObject } from '../issue/json.ts';
import { bothMachines } from './both-machines.ts';
import { workingsOf } from './compiled-workflow.ts';
import type { Mark } from './frame.ts';
import { isLegalPosition, type Position } from './legal-position.ts';

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const name = fc.constantFrom(...names);
const event = fc.constantFrom('go', 'back', 'stop');
const condition = fc.constantFrom(
  { '==': [{ var: 'record.n' }, 0] },
  { '<': [{ var: 'record.n' }, 3] },
  { '!!': [{ var: 'record.flag' }] },
);

const transition = fc.record(
  {
    on: fc.oneof(
      event.map((one) => `event.${one}`),
      fc.uniqueArray(event, { minLength: 1, maxLength: 2 }).map((many) => many.map((one) => `event.${one}`)),
    ),
    when: condition,
    set: fc.constantFrom(
      { '/n': { '+': [{ var: 'record.n' }, 1] } },
      { '/flag': true, '/n': 0 },
      { '/flag': null },
    ),
    to: name,
  },
  { requiredKeys: ['on'] },
);

const wait = fc
  .dictionary(fc.constantFrom('t1', 't2', 't3'), transition, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  })
  .map((transitions) => ({ kind: 'wait', stage: 'execute', transitions }) as const);

/** Automatic steps only lead on to `z`, so that no generated flow goes round by itself. */
const automatic = fc.tuple(condition, condition).map(
  ([first, second]) =>
    ({
      kind: 'decide',
      stage: 'identify',
      transitions: {
        one: { when: first, set: { '/n': 7 }, to: 'z' },
        two: { when: second, to: 'over' },
        otherwise: { to: 'z' },
      },
    }) as const,
);

const branch = (id: string, joinsAt: string) => ({
  start: `${id}1`,
  steps: {
    [`${id}1`]: {
      kind: 'wait',
      stage: 'execute',
      transitions: {
        on: { on: `event.${joinsAt}`, set: { [`/${id}`]: true }, to: `${id}2` },
        again: { on: 'event.back', to: `${id}1` },
      },
    } as const,
    [`${id}2`]: { kind: 'end', stage: 'execute', outcome: 'done' } as const,
  },
});

const parallel = fc
  .record({ joins: fc.constantFrom('all' as const, 'first' as const), to: name, second: event })
  .map(
    ({ joins, to, second }) =>
      ({
        kind: 'parallel',
        stage: 'execute',
        joins,
        branches: { left: branch('l', 'go'), right: branch('r', second) },
        transitions: { joined: { set: { '/n': 1 }, to }, out: { on: 'event.stop', to } },
      }) as const,
  );

const flow = fc
  .record({
    a: wait,
    b: fc.oneof(wait, automatic),
    c: parallel,
    d: fc.oneof(wait, automatic),
    e: wait,
    refuses: fc.boolean(),
  })
  .map(({ a, refuses, ...others }): Workflow => {
    const first = refuses ? { ...a, refuses: ['stop'] } : a;
    const title = 'x';
    return smallWorkflow({
      events: Object.fromEntries(['go', 'back', 'stop'].map((one) => [one, { title, by: ['agent'] }])),
      anywhere: { stop: { when: { '>': [{ var: 'record.n' }, 4] }, to: 'over' }, back: { set: { '/n': 2 } } },
      steps: {
        a: first,
        ...others,
        z: { kind: 'wait', stage: 'execute', transitions: { go: { to: 'c' }, back: { to: 'z' } } },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    });
  });

const asked = (marks: readonly Mark[]) =>
  marks.filter(({ kind }) => kind === 'asked' || kind === 'wrote' || kind === 'misfit');
const did = (marks: readonly Mark[]) =>
  marks.filter(({ kind }) => kind === 'left' || kind === 'entered' || kind === 'took');

test('steps as the public transition() does, over random walks through random flows', () => {
  fc.assert(
    fc.property(flow, fc.array(event, { minLength: 5, maxLength: 40 }), (workflow, walk) => {
      const compiled = compiledOf(workflow);
      const { ours, theirs } = bothMachines(compiled);
      const { steps } = workingsOf(compiled);
      let position: Position = 'a';
      let record: JsonObject = { n: 0 };
      for (const one of walk) {
        if (activeSteps(position).includes('over')) return;
        const [our, their] = [ours, theirs].map((step) => step(position, record, `event.${one}`));
        expect(our?.position).toEqual(their?.position);
        expect(our?.record).toEqual(their?.record);
        expect(did(our?.marks ?? [])).toEqual(did(their?.marks ?? []));
        expect(asked(our?.marks ?? [])).toEqual(asked(their?.marks ?? []));
        if (our === undefined) return;
        expect(isLegalPosition(our.position, steps)).toBe(true);
        position = our.position;
        record = our.record;
      }
    }),
    { numRuns: 120 },
  );
});

test('refuses a stored position that lacks a branch, has one too many or names a foreign step', () => {
  const compiled = compiledOf(
    smallWorkflow({
      events: { go: { title: 'Go', by: ['agent'] }, back: { title: 'Back', by: ['agent'] } },
      steps: {
        both: {
          kind: 'parallel',
          stage: 'execute',
          branches: { left: branch('l', 'go'), right: branch('r', 'go') },
          transitions: { joined: { to: 'over' }, back: { on: 'event.go' } },
        },
        over: { kind: 'end', stage: 'archive', outcome: 'done' },
      },
    }),
  );
  const { steps } = workingsOf(compiled);
  expect(isLegalPosition({ both: { left: 'l1', right: 'r2' } }, steps)).toBe(true);
  expect(isLegalPosition({ both: { left: 'l1' } }, steps)).toBe(false);
  expect(isLegalPosition({ both: { left: 'l1', right: 'l1' } }, steps)).toBe(false);
  expect(isLegalPosition({ both: { left: 'l1', right: 'r1', third: 'r1' } }, steps)).toBe(false);
  expect(isLegalPosition('both', steps)).toBe(false);
  expect(isLegalPosition('l1', steps)).toBe(false);
  expect(isLegalPosition('toString', steps)).toBe(false);
});
