import Type from 'typebox';
import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../issue/json.ts';
import { checkShape } from './check-shape.ts';
import { DeliveryShape } from './delivery.ts';
import { readShape } from './read-shape.ts';
import { StepShape } from './step.ts';
import { WorkflowShape } from './workflow.ts';

const known = new Set(
  (
    'type const enum anyOf properties patternProperties additionalProperties required items pattern minLength maxLength ' +
    'minimum maximum exclusiveMinimum multipleOf minItems maxItems minProperties description $ref $defs $id ' +
    'x-refers x-key-refers x-is additionalItems unevaluatedItems uniqueItems title'
  ).split(' '),
);

function keywordsOf(schema: Json, inMap = false): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((entry) => keywordsOf(entry));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]) => {
    const isData = !inMap && ['enum', 'const', 'required'].includes(key);
    const isMap = !inMap && ['properties', 'patternProperties', '$defs'].includes(key);
    return [...(inMap ? [] : [key]), ...(isData ? [] : keywordsOf(part, isMap))];
  });
}

describe('readShape', () => {
  test('knows every keyword that the shapes of the format use', () => {
    const used = keywordsOf(JSON.parse(JSON.stringify(WorkflowShape)) as Json);
    expect(used.length).toBeGreaterThan(500);
    expect([...new Set(used)].filter((keyword) => !known.has(keyword))).toEqual([]);
  });

  test('lets the branch speak that the document chose', () => {
    const step = { kind: 'call', stage: 'identify', operation: 'erp.read', mappings: 'x' };
    expect(
      checkShape(StepShape, step).map(({ code, pointer, data }) => [code, pointer, data['nearest']]),
    ).toEqual([['definition/unknown-key', '/mappings', 'mapping']]);
  });

  test('takes the nearest of several branches with the same fixed key', () => {
    expect(checkShape(DeliveryShape, { mode: 'key', heeder: 'X' })).toHaveLength(2);
    expect(checkShape(DeliveryShape, { mode: 'key', pointer: '/id' })).toEqual([]);
  });

  test('collects what the shape marks, of the chosen branch only', () => {
    const step = {
      kind: 'decide',
      stage: 'identify',
      transitions: { all: { when: { '!': [1] }, to: 'end' } },
    };
    const { marked, named } = readShape(StepShape, step, '/s');
    expect(marked.map(({ is, pointer }) => `${is} ${pointer}`)).toEqual([
      'expression /s/transitions/all/when',
    ]);
    expect(named).toEqual([{ refers: 'target', pointer: '/s/transitions/all/to', id: 'end' }]);
  });

  test('agrees with TypeBox on what is right, whatever is wrong', () => {
    const shape = Type.Object(
      {
        a: Type.Integer({ minimum: 1 }),
        b: Type.Optional(Type.Array(Type.String({ pattern: '^x' }), { maxItems: 1 })),
      },
      { additionalProperties: false },
    );
    const values = [
      { a: 1 },
      { a: 0 },
      { a: 1.5 },
      {},
      { a: 1, b: ['x'] },
      { a: 1, b: ['y'] },
      { a: 1, b: ['x', 'x'] },
      { a: 1, c: 1 },
      [],
      1,
    ];
    for (const value of values) expect(checkShape(shape, value).length === 0).toBe(Value.Check(shape, value));
  });
});
