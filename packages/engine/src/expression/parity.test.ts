import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../issue/json.ts';
import { checkExpression } from './check-expression.ts';
import { compileExpression } from './compile-expression.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './expression.ts';
import { isIterator } from './expression.ts';
import { operators } from './operators.ts';
import logic from './vectors/logic.json' with { type: 'json' };
import names from './vectors/names.json' with { type: 'json' };
import ours from './vectors/ours.json' with { type: 'json' };
import published from './vectors/published.json' with { type: 'json' };

interface Vector {
  readonly title: string;
  readonly rule: Json;
  readonly facts: Facts;
  readonly value: Json;
}

const vectors: readonly Vector[] = [...logic, ...names, ...ours, ...published];
const bytes = (value: Json) => JSON.stringify(value);

describe('every vector has one value in both implementations', () => {
  it.each(vectors)('$title', ({ rule, facts, value }) => {
    expect(checkExpression(rule, '')).toEqual([]);
    expect(compileExpression(rule)(facts)).toEqual(value);
    expect(evaluate(rule, facts)).toEqual(value);
  });
});

const awkward: readonly Json[] = [
  null,
  true,
  false,
  '',
  '0',
  'null',
  '12abc',
  '2026-03-02',
  '2026-03-02T01:00:00.000Z',
  '𠮷😀',
  0,
  -0,
  0.1,
  -2,
  1e21,
  3,
  [],
  [0],
  [null, '0'],
  [[1], 2],
  {},
  { a: 1 },
  { toString: 1, valueOf: 2 },
  { indexOf: 'x' },
];

describe('the compiled rule equals json-logic-js', () => {
  for (const [operator, profile] of Object.entries(operators)) {
    if (profile.names !== undefined || profile.least === 0) continue;
    it(`for ${operator} at every position and every awkward value`, () => {
      const count = Math.max(2, profile.least);
      const facts = { values: awkward };
      for (let first = 0; first < awkward.length; first += 1) {
        for (let second = 0; second < awkward.length; second += 1) {
          const rule = awkwardRule(operator, first, second, count);
          if (checkExpression(rule, '').length > 0) continue;
          expect(bytes(compileExpression(rule)(facts)), JSON.stringify(rule)).toBe(
            bytes(evaluate(rule, facts)),
          );
        }
      }
    });
  }

  it('on generated rules and facts', () => {
    fc.assert(
      fc.property(generatedRule, generatedFacts, (rule, facts) => {
        fc.pre(checkExpression(rule, '').length === 0);
        expect(bytes(compileExpression(rule)(facts))).toBe(bytes(evaluate(rule, facts)));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});

function awkwardRule(operator: string, first: number, second: number, count: number): Json {
  const at = (position: number): Json => ({ var: `values.${position}` });
  const most = operators[operator]?.most ?? count;
  if (isIterator(operator)) {
    const each: Json = operator === 'reduce' ? { var: 'current' } : { var: '' };
    return { [operator]: operator === 'reduce' ? [at(first), each, at(second)] : [at(first), each] };
  }
  if (most === 1) return { [operator]: [at(first)] };
  if (operator === 'round') return { round: [at(first), second % 7] };
  if (operator.startsWith('date')) {
    return { [operator]: [at(first), at(second), ['second', 'day', 'month', 'year'][second % 4] ?? 'day'] };
  }
  const more = Array.from({ length: count - 2 }, (_, index) => at((first + index) % awkward.length));
  return { [operator]: [at(first), at(second), ...more] };
}

const scalar = fc.constantFrom<Json>(
  ...awkward.filter((value) => typeof value !== 'object' || value === null),
);
const name = fc.constantFrom(
  'a',
  'b.c',
  'b',
  'list',
  'list.0',
  'list.00',
  'constructor.name',
  'gone',
  '__proto__',
);
const elementName = fc.constantFrom('', 'a', '0', 'current');

const { rule: generatedRule } = fc.letrec<{ rule: Json; list: Json; operands: readonly Json[] }>((tie) => ({
  list: fc.oneof(
    { maxDepth: 4 },
    name.map((path): Json => ({ var: path })),
    fc.array(scalar, { maxLength: 3 }),
    fc.record({ merge: fc.array(tie('rule'), { minLength: 1, maxLength: 2 }) }),
  ),
  operands: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    name.map((path): Json => ({ var: path })),
    fc.tuple(name, scalar).map((operands): Json => ({ var: operands })),
    fc.array(name, { minLength: 1, maxLength: 3 }).map((missing): Json => ({ missing })),
    fc
      .tuple(fc.constantFrom(...Object.keys(operators)), tie('operands'))
      .map(([operator, operands]): Json => ({ [operator]: operands })),
    fc
      .tuple(fc.constantFrom('map', 'filter', 'all', 'some', 'none'), tie('list'), elementName)
      .map(([operator, list, each]): Json => ({ [operator]: [list, { '+': [{ var: each }, 1] }] })),
    tie('list').map(
      (list): Json => ({
        reduce: [list, { cat: [{ var: 'accumulator' }, { var: 'current' }] }, ''],
      }),
    ),
    fc.array(tie('rule'), { maxLength: 3 }),
  ),
}));

const generatedFacts = fc.record(
  {
    a: fc.constantFrom<Json>(...awkward),
    b: fc.oneof(fc.constant(null), fc.record({ c: fc.constantFrom<Json>(...awkward) })),
    list: fc.oneof(
      fc.array(fc.constantFrom<Json>(...awkward), { maxLength: 4 }),
      fc.jsonValue() as fc.Arbitrary<Json>,
    ),
    at: fc.constantFrom('2026-03-02T01:00:00.000Z', 'never'),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Mars/Base'),
  },
  { requiredKeys: [] },
);
