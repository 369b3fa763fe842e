import { expect, test } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import policyJson from './fixtures/aftersales.policy.json' with { type: 'json' };
import balanced from './presets/balanced.policy.json' with { type: 'json' };
import fair from './presets/fair.policy.json' with { type: 'json' };
import firstFix from './presets/first-fix.policy.json' with { type: 'json' };
import growing from './presets/growing.policy.json' with { type: 'json' };
import nearest from './presets/nearest.policy.json' with { type: 'json' };
import remote from './presets/remote.policy.json' with { type: 'json' };
import urgent from './presets/urgent.policy.json' with { type: 'json' };

type Draft = typeof policyJson;

/** What is found in the Shenzhen policy after one change. */
function findings(change: (policy: Draft) => unknown): readonly (readonly [string, string])[] {
  const draft = structuredClone(policyJson);
  change(draft);
  return compilePolicy(draft).issues.map(({ code, pointer }) => [code, pointer] as const);
}

test('[S19] compiles the Shenzhen policy as it is written', () => {
  const { value, issues } = compilePolicy(policyJson);
  expect(issues).toEqual([]);
  expect(value?.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
});

test('[S28] compiles the seven presets without a finding, weights totalling 100', () => {
  for (const preset of [balanced, nearest, firstFix, fair, growing, urgent, remote]) {
    expect([preset.title.en, compilePolicy(preset).issues]).toEqual([preset.title.en, []]);
  }
});

test('[S29] adds up the worst path of the P0 ladder to 206.5 s, and has no bound for working time', () => {
  const promises = compilePolicy(policyJson).value?.promises;
  expect(promises?.['urgent']).toEqual({
    worstMs: 206_500,
    promiseMs: 300_000,
    rungs: { nearest: 62_500, three: 62_500, wide: 62_500, duty: 1500, chief: 15_500 },
  });
  expect(promises?.['*']?.worstMs).toBeUndefined();
});

test('[S29] refuses a ladder that cannot keep its promise', () => {
  const slow = (policy: Draft) => Object.assign(policy.ladders.urgent.rungs.nearest, { windowMs: 153_501 });
  const within = (policy: Draft) => Object.assign(policy.ladders.urgent.rungs.nearest, { windowMs: 153_500 });
  expect(findings(slow)).toEqual([['routing/ladder-promise', '/ladders/urgent/promiseMs']]);
  expect(findings(within)).toEqual([]);
});

const refused: readonly (readonly [string, (policy: Draft) => unknown, string, string])[] = [
  [
    'weights of 110',
    (p) => Object.assign(p.criteria.near, { weight: 40 }),
    'routing/weights-are-sound',
    '/criteria',
  ],
  [
    'weights of half points',
    (p) =>
      Object.assign(p.criteria, {
        near: { ...p.criteria.near, weight: 29.5 },
        load: { ...p.criteria.load, weight: 20.5 },
      }),
    'routing/weights-are-sound',
    '/criteria',
  ],
  [
    'a criterion without missing',
    (p) => Reflect.deleteProperty(p.criteria.load, 'missing'),
    'routing/missing-is-stated',
    '/criteria/load',
  ],
  [
    'rising slots',
    (p) => Object.assign(p.criteria.load.curve, { slots: [1, 2, 3] }),
    'routing/curves-are-monotone',
    '/criteria/load/curve',
  ],
  [
    'a utility above full',
    (p) => Object.assign(p.criteria.near.curve, { below: [[1, 10_001]] }),
    'routing/curves-are-monotone',
    '/criteria/near/curve',
  ],
  [
    'no availability',
    (p) => Reflect.deleteProperty(p.requirements, 'shift'),
    'routing/availability-is-required',
    '/requirements',
  ],
  [
    'availability under a condition',
    (p) => Object.assign(p.requirements.shift, { when: true }),
    'routing/availability-is-required',
    '/requirements',
  ],
  [
    'an unknown tag',
    (p) => Object.assign(p.criteria.near, { of: 'place.distanceMetre' }),
    'routing/tags-exist',
    '/criteria/near/of',
  ],
  [
    'a table without every value',
    (p) => Reflect.deleteProperty(p.requirements.level.needs, '*'),
    'routing/tag-values-are-covered',
    '/requirements/level/needs',
  ],
  [
    'an absolute requirement relaxed',
    (p) => Object.assign(p.ladders.urgent.rungs.duty.relax, { certificate: {} }),
    'routing/absolute-stays',
    '/ladders/urgent/rungs/duty/relax/certificate',
  ],
  [
    'a promise that ends without a person',
    (p) => p.ladders.urgent.order.pop(),
    'routing/ladders-end-with-a-person',
    '/ladders/urgent/rungs/duty',
  ],
  [
    'a wait without an alarm',
    (p) => Reflect.deleteProperty(p.ladders['*'].rungs.queue, 'alarm'),
    'routing/ladders-end-with-a-person',
    '/ladders/*/rungs/queue',
  ],
  [
    'an unknown rung',
    (p) => p.ladders.urgent.order.unshift('nearset'),
    'definition/unknown-target',
    '/ladders/urgent/order/0',
  ],
  [
    'an unknown requirement',
    (p) => Object.assign(p.ladders.urgent.rungs.duty.relax, { rech: {} }),
    'definition/unknown-target',
    '/ladders/urgent/rungs/duty/relax/rech',
  ],
  [
    'urgency beyond exact numbers',
    (p) => Object.assign(p.urgency, { atMostPoints: 2000 }),
    'routing/urgency-is-bounded',
    '/urgency',
  ],
  ['a misspelt key', (p) => Object.assign(p, { criterai: {} }), 'definition/unknown-key', '/criterai'],
];
test.each(refused)('[B07] refuses %s', (_, change, code, pointer) => {
  expect(findings(change)).toContainEqual([code, pointer]);
  const draft = structuredClone(policyJson);
  change(draft);
  expect(compilePolicy(draft).value).toBeUndefined();
});

const warned: readonly (readonly [string, (policy: Draft) => unknown, string])[] = [
  [
    'a dead criterion',
    (p) =>
      Object.assign(p.criteria, {
        near: { ...p.criteria.near, weight: 0 },
        load: { ...p.criteria.load, weight: 50 },
      }),
    'routing/criteria-are-alive',
  ],
  [
    'slots that are not the cap',
    (p) => Object.assign(p.requirements.load, { atMost: 4 }),
    'routing/slots-match-the-cap',
  ],
  [
    'on-site work without reach',
    (p) => {
      Reflect.deleteProperty(p.requirements, 'reach');
      for (const rungs of [p.ladders.urgent.rungs, p.ladders['*'].rungs])
        for (const rung of Object.values(rungs)) Reflect.deleteProperty(rung, 'relax');
    },
    'routing/reach-is-bounded',
  ],
  [
    'a rung that widens nothing',
    (p) => Object.assign(p.ladders['*'].rungs.junior, { relax: p.ladders['*'].rungs.farther.relax }),
    'routing/rungs-widen',
  ],
];
test.each(warned)('warns of %s and compiles all the same', (_, change, code) => {
  expect(findings(change).map(([found]) => found)).toContain(code);
  const draft = structuredClone(policyJson);
  change(draft);
  expect(compilePolicy(draft).value).toBeDefined();
});

test('never throws for a bad document', () => {
  for (const json of [null, 1, 'text', [], {}, { format: 2 }, { criteria: [] }]) {
    const { value, issues } = compilePolicy(json);
    expect(value).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  }
});
