import { describe, expect, it } from 'vitest';
import type { Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { checkExpression } from './check-expression.ts';
import { compileExpression } from './compile-expression.ts';
import { evaluate } from './evaluate.ts';

const found = (rule: Json) => checkExpression(rule, '/when').map(({ code, pointer }) => [code, pointer]);

describe('checkExpression', () => {
  it.each<[string, Json, string, string]>([
    ['an operator it does not know', { '?:': [1, 2, 3] }, 'expression/unknown-operator', '/when/?:'],
    [
      'an operator of the library that writes a log',
      { log: 'x' },
      'expression/unknown-operator',
      '/when/log',
    ],
    ['a dotted operator', { 'Math.abs': [1] }, 'expression/unknown-operator', '/when/Math.abs'],
    [
      'an inherited name as operator',
      { constructor: [] },
      'expression/unknown-operator',
      '/when/constructor',
    ],
    ['an object with two keys', { '==': [1, 1], or: [1] }, 'expression/not-an-operator', '/when'],
    ['an empty object', {}, 'expression/not-an-operator', '/when'],
    ['an if without else', { if: [true, 1] }, 'expression/arity', '/when/if'],
    ['an if of four', { if: [true, 1, false, 2] }, 'expression/arity', '/when/if'],
    ['and of nothing', { and: [] }, 'expression/arity', '/when/and'],
    ['max of nothing', { max: [] }, 'expression/arity', '/when/max'],
    ['a third operand of a division', { '/': [1, 2, 3] }, 'expression/arity', '/when/~1'],
    ['a unary sum', { '+': ['3'] }, 'expression/arity', '/when/+'],
    ['a reduce without initial value', { reduce: [[], 1] }, 'expression/arity', '/when/reduce'],
    ['now with an argument', { now: null }, 'expression/arity', '/when/now'],
    ['a computed name', { var: [{ cat: ['a', 'b'] }] }, 'expression/literal-name', '/when/var'],
    ['the whole of the facts', { var: '' }, 'expression/literal-name', '/when/var'],
    ['a name with an empty part', { var: 'record..sn' }, 'expression/literal-name', '/when/var'],
    ['a number as name', { var: 1 }, 'expression/literal-name', '/when/var'],
    [
      'a computed list of names',
      { missing: [{ merge: [['a']] }] },
      'expression/literal-name',
      '/when/missing',
    ],
    [
      'names of missing_some that are no list',
      { missing_some: [1, 'a'] },
      'expression/literal-name',
      '/when/missing_some',
    ],
    ['the length of a list by name', { var: 'record.parts.length' }, 'expression/length-name', '/when/var'],
    [
      'an outer name in reduce',
      { reduce: [[1], { var: 'record' }, 0] },
      'expression/reduce-name',
      '/when/reduce/1/var',
    ],
    ['seven places', { round: [1, 7] }, 'expression/literal-choice', '/when/round'],
    ['a plural unit', { dateAdd: ['2026-01-01', 1, 'days'] }, 'expression/literal-choice', '/when/dateAdd'],
  ])('refuses %s', (_, rule, code, pointer) => {
    expect(found(rule)).toContainEqual([code, pointer]);
  });

  it('reports every problem at once, in document order', () => {
    expect(found({ and: [{ iff: [1] }, { '==': [1] }, { var: [] }] })).toEqual([
      ['expression/unknown-operator', '/when/and/0/iff'],
      ['expression/arity', '/when/and/1/=='],
      ['expression/arity', '/when/and/2/var'],
      ['expression/literal-name', '/when/and/2/var'],
    ]);
  });

  it('names the operator that was probably meant', () => {
    expect(checkExpression({ mising: ['a'] }, '')[0]?.data).toMatchObject({ nearest: 'missing' });
  });

  it('keeps the limits of 500 nodes, depth 32 and two nested iterators', () => {
    const wide: Json = { or: Array.from({ length: 498 }, () => true) };
    expect(found(wide)).toEqual([]);
    expect(found({ or: Array.from({ length: 500 }, () => true) })).toEqual([['expression/too-big', '/when']]);
    expect(found(nested(31))).toEqual([]);
    expect(found(nested(32)).map(([code]) => code)).toEqual(['expression/too-deep']);
    const inner: Json = { map: [{ var: 'b' }, { map: [{ var: 'c' }, 1] }] };
    expect(found({ map: [{ var: 'a' }, { var: '' }] })).toEqual([]);
    expect(found(inner)).toEqual([]);
    expect(found({ some: [{ var: 'a' }, inner] }).map(([code]) => code)).toEqual([
      'expression/nested-iterators',
    ]);
  });

  it('ends quickly on a rule of a million levels or a million nodes', () => {
    expect(found(nested(5000)).length).toBe(1);
    expect(found({ or: Array.from({ length: 1_000_000 }, () => ({ bad: 1 })) }).length).toBeLessThan(600);
  });
});

it('an unchecked rule outside the profile is a fault, for both implementations', () => {
  expect(() => compileExpression({ log: 'x' })).toThrow(WorkflowFault);
  expect(() => evaluate({ log: 'x' }, {})).toThrow(/no operator "log"/);
});

function nested(levels: number): Json {
  let rule: Json = true;
  for (let level = 0; level < levels; level += 1) rule = { '!': rule };
  return rule;
}
