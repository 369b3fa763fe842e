import { describe, expect, it } from 'vitest';
import { compileExpression } from './compile-expression.ts';
import { freeVariables } from './free-variables.ts';
import { traceExpression } from './trace-expression.ts';

describe('freeVariables', () => {
  it('lists each name once, in document order', () => {
    const rule = {
      and: [{ var: 'record.sn' }, { '==': [{ var: ['actor.role', { var: 'x' }] }, { var: 'record.sn' }] }],
    };
    expect(freeVariables(rule)).toEqual(['record.sn', 'actor.role', 'x']);
  });

  it('leaves out what belongs to an element, and keeps the list and the initial value', () => {
    const each = { '+': [{ var: 'current.count' }, { var: 'accumulator' }] };
    expect(freeVariables({ reduce: [{ var: 'record.parts' }, each, { var: 'record.base' }] })).toEqual([
      'record.parts',
      'record.base',
    ]);
  });

  it('counts the names of missing, and the instant behind now and today even inside an iterator', () => {
    expect(freeVariables({ missing: ['a', 'b.c'] })).toEqual(['a', 'b.c']);
    expect(freeVariables({ missing_some: [1, ['a', 'd']] })).toEqual(['a', 'd']);
    expect(freeVariables({ map: [{ var: 'l' }, { '<': [{ var: '' }, { today: [] }] }] })).toEqual([
      'l',
      'at',
      'timeZone',
    ]);
  });

  it('travels with the compiled rule', () => {
    const rule = { '==': [{ var: 'record.severity' }, 'P0'] };
    const { rule: kept, reads } = compileExpression(rule);
    expect({ kept, reads }).toEqual({ kept: rule, reads: ['record.severity'] });
  });
});

describe('traceExpression', () => {
  it('gives the value and exactly what it rests on', () => {
    const rule = { if: [{ '==': [{ var: 'record.severity' }, 'P0'] }, { var: 'record.gone' }, 1] };
    expect(traceExpression(rule, { record: { severity: 'P0', other: 1 } })).toEqual({
      value: null,
      reads: { 'record.severity': 'P0', 'record.gone': null },
    });
  });
});
