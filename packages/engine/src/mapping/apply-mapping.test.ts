import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { applyMapping } from './apply-mapping.ts';
import { checkMapping } from './check-mapping.ts';
import { functionNames } from './function-catalog.ts';
import vectors from './vectors/functions.json' with { type: 'json' };

const at = '2026-03-02T01:00:00.000Z';
const facts = {
  record: { resolvedAt: '2026-03-02T01:00:00.000Z', sn: 'SN-1', empty: '', missing: null },
  workOrder: { number: 'A-1' },
  assignee: { erpId: 1007 },
};
const resolution = {
  '/ticketNo': { var: 'workOrder.number' },
  '/resolvedAt': {
    from: 'record.resolvedAt',
    via: [{ dateTime: { write: 'iso', zone: 'Asia/Shanghai' } }],
    missing: 'hold',
  },
  '/engineerId': { from: 'assignee.erpId', via: ['text'], missing: 'hold' },
};

describe('applyMapping', () => {
  it('writes the three fields of the ERP call', () => {
    expect(checkMapping(resolution, '')).toEqual([]);
    const { value, issues, trace, held } = applyMapping(resolution, facts, { at });
    expect(value).toEqual({ ticketNo: 'A-1', resolvedAt: '2026-03-02T09:00:00+08:00', engineerId: '1007' });
    expect([issues, held]).toEqual([[], undefined]);
    expect(trace['/engineerId']).toEqual({
      source: 1007,
      steps: [{ function: 'text', value: '1007' }],
      written: '1007',
    });
  });

  it('reads the answer of the ERP as the example does', () => {
    const mapping = {
      '/brand': { from: 'output.brand', via: [{ dictionary: { 海康: 'hikvision' } }], missing: 'skip' },
      '/device/model': { from: 'output.model', via: ['trim'], missing: 'skip' },
      '/device/warranty': {
        if: [
          { missing: ['output.warrantyUntil'] },
          'unknown',
          { '>=': [{ var: 'output.warrantyUntil' }, { today: [] }] },
          'in',
          'out',
        ],
      },
    };
    const zone = { timeZone: 'Asia/Shanghai' };
    const seen = (output: Json) => applyMapping(mapping, { output, ...zone }, { at }).value;
    expect(seen({ brand: '海康', model: ' DS-2 ', warrantyUntil: '2026-03-02' })).toEqual({
      brand: 'hikvision',
      device: { model: 'DS-2', warranty: 'in' },
    });
    expect(seen({ brand: '别的', model: '' })).toEqual({ device: { warranty: 'unknown' } });
    expect(seen({ warrantyUntil: '2026-03-01' })).toEqual({ device: { warranty: 'out' } });
  });

  it('waits for what is held, and sends nothing meanwhile', () => {
    const { value, issues, held } = applyMapping(resolution, { workOrder: { number: 'A-1' } }, { at });
    expect([value, issues, held]).toEqual([undefined, [], ['/resolvedAt', '/engineerId']]);
  });

  it.each<[string, Json, Json | undefined, string[]]>([
    ['fails by default', { from: 'record.gone' }, undefined, ['mapping/missing']],
    ['fails for a short form that is null', { var: 'record.gone' }, undefined, ['mapping/missing']],
    ['leaves out', { from: 'record.gone', missing: 'skip' }, {}, []],
    ['writes null', { from: 'record.gone', missing: 'null' }, { to: null }, []],
    ['writes a value of its own', { from: 'record.gone', missing: { use: 'none' } }, { to: 'none' }, []],
    ['takes an empty text for absent', { from: 'record.empty', missing: 'skip' }, {}, []],
    ['keeps an empty text that is wanted', { from: 'record.empty', emptyText: 'keep' }, { to: '' }, []],
    ['takes null for absent', { from: 'record.missing', missing: 'skip' }, {}, []],
    ['keeps no and nought', { from: 'record.no', missing: 'fail' }, { to: false }, []],
    [
      'does not turn an object into text',
      { from: 'record', via: ['text'] },
      undefined,
      ['mapping/not-convertible'],
    ],
    [
      'does not skip what cannot be converted',
      { from: 'record.sn', via: ['number'], missing: 'skip' },
      undefined,
      ['mapping/not-convertible'],
    ],
  ])('a line %s', (_, line, value, codes) => {
    const mapping = { '/to': line };
    expect(checkMapping(mapping, '')).toEqual([]);
    const applied = applyMapping(mapping, { record: { ...facts.record, no: false } }, { at });
    expect(applied.value).toEqual(value);
    expect(applied.issues.map(({ code }) => code)).toEqual(codes);
  });

  it('says every problem at once, each at its target', () => {
    const { issues } = applyMapping({ '/a/b': { var: 'x' }, '/c': { from: 'y' } }, {}, { at });
    expect(issues.map(({ pointer }) => pointer)).toEqual(['/~1a~1b', '/~1c']);
  });

  it('makes an ordinary key of a target that is called like a prototype', () => {
    const { value } = applyMapping({ '/__proto__/polluted': 1 }, {}, { at });
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('the closed list of functions', () => {
  it.each(vectors)('$title', ({ from, via, value }: { from?: Json; via: readonly Json[]; value?: Json }) => {
    const mapping = { '/to': { from: 'given', via, missing: 'skip' } };
    expect(checkMapping(mapping, '')).toEqual([]);
    const applied = applyMapping(mapping, { given: from ?? null, record: { city: '深圳' } }, { at });
    if (value === 'ISSUE') expect(applied.issues[0]?.code).toBe('mapping/not-convertible');
    else expect(applied.value).toEqual(value === undefined ? {} : { to: value });
  });

  it('has a vector for every function', () => {
    const named = JSON.stringify(vectors.map(({ via }) => via));
    expect(functionNames.filter((name) => !named.includes(`"${name}"`))).toEqual([]);
  });

  it('hashes no half of a surrogate pair, which has no canonical form', () => {
    const applied = applyMapping({ '/to': { from: 'given', via: ['hash'] } }, { given: ['\ud800'] }, { at });
    expect(applied.issues[0]?.code).toBe('mapping/not-convertible');
  });

  it('is total: any value and any argument give a value or an issue', () => {
    const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>;
    const names = functionNames.filter(
      (name) => !['when', 'filter', 'concat', 'coalesce', 'object', 'each'].includes(name),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), json, json, (name, given, argument) => {
        const line = { from: 'given', via: [{ [name]: argument }], missing: 'skip' };
        const { value, issues } = applyMapping({ '/to': line }, { given }, { at });
        expect(value === undefined).toBe(issues.length > 0);
        expect(JSON.stringify(JSON.parse(JSON.stringify(value ?? {})))).toBe(JSON.stringify(value ?? {}));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('checkMapping', () => {
  it('reports every problem with its place', () => {
    const mapping = {
      to: { var: 'a' },
      '/a': { from: 'a', value: 1 },
      '/b': { from: 'a..b', via: ['shout'], missing: 'later', note: 1 },
      '/c': { from: 'a', via: [{ each: [{ when: { log: 1 } }, 7] }] },
      '/d': { iff: [1] },
      '/e': { from: 'a', via: 'trim' },
    };
    expect(checkMapping(mapping, '/mappings/m').map(({ code, pointer }) => [code, pointer])).toEqual([
      ['mapping/invalid-pointer', '/mappings/m/to'],
      ['mapping/invalid-line', '/mappings/m/~1a/value'],
      ['mapping/invalid-line', '/mappings/m/~1b/note'],
      ['mapping/invalid-line', '/mappings/m/~1b/from'],
      ['mapping/invalid-line', '/mappings/m/~1b/missing'],
      ['mapping/unknown-function', '/mappings/m/~1b/via/0'],
      ['expression/unknown-operator', '/mappings/m/~1c/via/0/each/0/when/log'],
      ['mapping/invalid-line', '/mappings/m/~1c/via/0/each/1'],
      ['expression/unknown-operator', '/mappings/m/~1d/iff'],
      ['mapping/invalid-line', '/mappings/m/~1e/via'],
    ]);
    expect(checkMapping([], '/m')).toHaveLength(1);
    expect(() => applyMapping({ '/b': { from: 'a', via: ['shout'] } }, { a: 1 }, { at })).toThrow(
      WorkflowFault,
    );
  });
});
