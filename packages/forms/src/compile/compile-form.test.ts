import type { JsonObject } from '@paidan/engine/issue';
import { describe, expect, it } from 'vitest';
import { compileForm } from './compile-form.ts';

const record = {
  type: 'object',
  additionalProperties: false,
  properties: {
    a: { type: 'string' },
    b: { type: 'string' },
    sum: { type: 'integer' },
    kind: { enum: ['x', 'y'] },
    rows: {
      type: 'array',
      items: { type: 'object', properties: { n: { type: 'integer' }, m: { type: 'integer' } } },
    },
  },
};

const asks = (name: string, value: string) => ({ '==': [{ var: `record.${name}` }, value] });

function form(fields: JsonObject, rest: JsonObject = {}): JsonObject {
  const order = Object.keys(fields).filter(
    (id) => !String((fields[id] as JsonObject)['at'] ?? '').includes('*'),
  );
  const body = {
    title: 't',
    stages: {},
    order: ['s'],
    sections: { s: { title: 's', order } },
    fields,
    ...rest,
  };
  return { id: 'f', writes: '', form: body, record };
}

const findings = (json: JsonObject) =>
  compileForm(json).issues.map(({ code, pointer }) => `${code} ${pointer}`);
const text = (at: string, rest: JsonObject = {}) => ({ kind: 'text', at, label: at, ...rest });

describe('compileForm', () => {
  it('refuses two fields that show each other, with the path', () => {
    const json = form({
      a: text('/a', { visible: asks('b', 'x') }),
      b: text('/b', { visible: asks('a', 'x') }),
    });
    const [found] = compileForm(json).issues;
    expect(found).toMatchObject({ code: 'form/visibility-cycle', data: { path: 'a → b → a' } });
    expect(compileForm(json).value).toBeUndefined();
  });

  it('refuses a value that reads itself', () => {
    const field = { kind: 'number', at: '/sum', label: 's', value: { '+': [{ var: ['record.sum', 0] }, 1] } };
    expect(findings(form({ sum: field }))).toEqual(['form/visibility-cycle /form/fields/sum']);
  });

  it('refuses a lookup that asks for what only its answer says', () => {
    const lookup = {
      connection: 'c',
      operation: 'o',
      params: { a: { var: 'record.a' } },
      fill: { '/a': { var: 'result.a' } },
    };
    const found = findings(form({ a: text('/a') }, { lookups: { l: lookup } }));
    expect(found).toContain('form/lookup-circle /form/lookups/l');
  });

  it('orders what depends on each other, however it is written', () => {
    const number = (at: string, value: JsonObject) => ({ kind: 'text', at, label: at, value });
    const json = form({
      b: number('/b', { cat: [{ var: ['record.a', ''] }, '!'] }),
      a: number('/a', { cat: ['hi'] }),
    });
    expect(compileForm(json).value?.evaluate({}).values).toEqual({ a: 'hi', b: 'hi!' });
  });

  it('lets a row read its neighbours and refuses a row field that reads its whole row', () => {
    const cell = (at: string, rest: JsonObject = {}) => ({ kind: 'number', at, label: at, ...rest });
    const rows = { kind: 'repeat', at: '/rows', label: 'r' };
    const twice = { '*': [{ var: ['row.n', 0] }, 2] };
    const good = form({ rows, n: cell('/rows/*/n'), m: cell('/rows/*/m', { value: twice }) });
    expect(compileForm(good).value?.evaluate({ rows: [{ n: 2 }, { n: 5 }] }).values).toEqual({
      rows: [
        { n: 2, m: 4 },
        { n: 5, m: 10 },
      ],
    });
    const bad = form({ rows, n: cell('/rows/*/n', { visible: { '!!': [{ var: 'row' }] } }) });
    expect(findings(bad)).toContain('form/visibility-cycle /form/fields/n');
  });

  it.each([
    [
      'a place the record does not have',
      form({ a: text('/nowhere') }),
      'form/shape-differs /form/fields/a/at',
    ],
    ['a second writer', form({ a: text('/a'), b: text('/a') }), 'form/two-writers /form/fields/b/at'],
    [
      'a choice the record refuses',
      form({ k: { kind: 'choice', at: '/kind', label: 'k', choices: { z: { label: 'z' } } } }),
      'form/shape-differs /form/fields/k/choices/z',
    ],
    [
      'an unknown key',
      form({ a: text('/a', { hidden: true }) }),
      'definition/unknown-key /form/fields/a/hidden',
    ],
    [
      'an unknown kind',
      form({ a: { kind: 'wheel', at: '/a', label: 'a' } }),
      'definition/schema /form/fields/a',
    ],
    [
      'an option of another kind',
      form({ a: text('/a', { options: { digits: 6 } }) }),
      'definition/unknown-key /form/fields/a/options/digits',
    ],
    [
      'an expression outside the profile',
      form({ a: text('/a', { visible: { log: ['x'] } }) }),
      'expression/unknown-operator /form/fields/a/visible/log',
    ],
    [
      'a field no section lists',
      form({ a: text('/a') }, { sections: { s: { title: 's', order: [] } } }),
      'form/left-out-of-order /form/fields/a',
    ],
  ])('refuses %s', (_, json, expected) => {
    expect(findings(json)).toContain(expected);
    expect(compileForm(json).value).toBeUndefined();
  });

  it('reports every finding at once', () => {
    const found = findings(form({ a: text('/nowhere'), b: text('/elsewhere', { visible: { log: ['x'] } }) }));
    expect(found).toHaveLength(3);
  });

  it.each([[null], [5], ['x'], [[]], [{}], [{ form: 5, record: [] }]])('returns issues for %j', (json) => {
    const { value, issues } = compileForm(json);
    expect(value).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  });

  it('replaces the catalogued words by the field’s own', () => {
    const json = form({
      a: text('/a', { required: true, messages: { required: { 'zh-CN': '要填', en: 'Fill in' } } }),
    });
    expect(compileForm(json).value?.validate({}, {}).issues).toMatchObject([
      { code: 'form/required', message: { 'zh-CN': '要填', en: 'Fill in' } },
    ]);
  });

  it('validates with a stage alone, as its shortest call has it', () => {
    const json = form({ a: text('/a') }, { stages: { trigger: { required: ['a'] } } });
    const compiled = compileForm(json).value;
    expect(compiled?.validate({ a: ' x ' }, { stage: 'trigger' })).toEqual({ value: { a: 'x' }, issues: [] });
    expect(compiled?.validate({}, { stage: 'trigger' }).value).toBeUndefined();
  });
});
